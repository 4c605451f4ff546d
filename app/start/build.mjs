import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { requireMemory } from './memory.mjs';
import { requireWritable } from './ownership.mjs';
import { during } from './progress.mjs';
import { hashOf, Problem, readStamp, root } from './project.mjs';

const SOURCES = ['app', 'content', 'db', 'vite.config.ts', 'tsconfig.json'];
const SETTINGS = ['package.json', 'package-lock.json'];
const stamp = join(root, 'build/.built-from');

/** Builds the application, unless the build is of exactly these sources. */
export async function ensureBuild() {
  const sources = hashOf([...SOURCES, ...SETTINGS]);
  if (readStamp(stamp) === sources) return;
  await ensureDependencies();
  rmSync(stamp, { force: true });
  await during('Building', build());
  writeFileSync(stamp, sources);
}

async function build() {
  const remix = join(root, 'node_modules/@remix-run/dev/dist/cli.js');
  const env = { NODE_ENV: 'production' };
  const ended = await command(process.execPath, [remix, 'vite:build'], { env });
  if (ended.status === 0) return;
  requireMemory('Building', ended);
  requireWritable(ended.output);
  throw new Problem(`${ended.output.trim()}\n\nThe build failed, for the reason above.`);
}
