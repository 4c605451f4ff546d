import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { during } from './progress.mjs';
import { Problem, root } from './project.mjs';
import { hearStops, hurry, stop } from './stopping.mjs';

const USAGE = `npm start             start Octavo
npm start -- --demo   start it with the demo community
npm run dev           start it with hot reload
npm run worker        only the background work, beside other processes that serve`;

/** Everything between the command and a running server. Ends the process when it cannot run. */
export async function start(args) {
  try {
    const options = parse(args);
    if (options.help) return console.log(USAGE);
    process.chdir(root);
    // From the beginning: what is asked to stop while it installs or builds stops that, too.
    hearStops();
    await ensureDependencies();
    await (options.dev ? serveDevelopment(options) : serveBuild(options));
    // Stopped as asked: nothing that still lingers is worth waiting for.
    process.exit(0);
  } catch (error) {
    if (stop.aborted) process.exit(0);
    console.error(process.env.DEBUG ? error : oneLine(error));
    process.exit(1);
  }
}

function parse(args) {
  const flag = { type: 'boolean', default: false };
  try {
    return parseArgs({ args, options: { demo: flag, dev: flag, worker: flag, help: flag } }).values;
  } catch (error) {
    throw new Problem(`${error.message.split('. ')[0]}.\n${USAGE}`);
  }
}

async function serveBuild({ demo, worker }) {
  await ensureBuild();
  process.env.NODE_ENV = 'production';
  const build = await import(pathToFileURL(join(root, 'build/server/index.js')).href);
  await build.entry.module.serve(build, { demo, worker, during, stop, hurry });
}

async function serveDevelopment({ demo }) {
  process.env.NODE_ENV = 'development';
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' });
  const load = () => vite.ssrLoadModule('virtual:remix/server-build');
  const build = await load();
  await build.entry.module.serve(load, { demo, vite, during, stop, hurry });
  await vite.close();
}

function oneLine(error) {
  if (error instanceof Problem) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return message || `Octavo could not start (${error?.code ?? error?.name}). DEBUG=1 shows more.`;
}
