import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ownershipComplaint } from './ownership.mjs';
import { during } from './progress.mjs';
import { Problem, root } from './project.mjs';
import { hearStops, hurry, stop } from './stopping.mjs';

const USAGE = `npm start             start Octavo
npm start -- --demo   start it with the demo community
npm start -- --sign-in-link ADDRESS
                      let somebody in who is locked out: prints a link, once
npm run dev           start it with hot reload
npm run worker        only the background work, beside other processes that serve
npm run backup        write everything to one file, while the site runs; -- FILE says where
npm run restore FILE  read a backup into a new, empty database`;

const startedIn = process.cwd();

/** Everything between the command and a running server. Ends the process when it cannot run. */
export async function start(args) {
  try {
    const options = parse(args);
    if (options.help) return console.log(USAGE);
    process.chdir(root);
    // From the beginning: what is asked to stop while it installs or builds stops that, too.
    hearStops();
    await ensureDependencies({ complete: options.dev });
    await (options.dev ? serveDevelopment(options) : runBuild(options));
    // Stopped as asked: nothing that still lingers is worth waiting for.
    process.exit(0);
  } catch (error) {
    // A server that was stopped has done what it was asked; a backup that was stopped has not.
    if (stop.aborted && error.name !== 'BackupError') process.exit(0);
    console.error(process.env.DEBUG ? error : oneLine(error));
    process.exit(1);
  }
}

function parse(args) {
  const flag = { type: 'boolean', default: false };
  try {
    const options = { demo: flag, dev: flag, worker: flag, help: flag };
    const jobs = { backup: flag, restore: flag, 'sign-in-link': { type: 'string' } };
    const { values, positionals } = parseArgs({
      args,
      options: { ...options, ...jobs },
      allowPositionals: args.includes('--backup') || args.includes('--restore'),
    });
    return { ...values, file: positionals[0] };
  } catch (error) {
    throw new Problem(`${error.message.split('. ')[0]}.\n${USAGE}`);
  }
}

async function runBuild(options) {
  const { demo, worker, backup, restore, file, 'sign-in-link': address } = options;
  // Relative to where the command was given; npm runs us in the project.
  const path = file && resolve(process.env.INIT_CWD ?? startedIn, file);
  if (restore && !path) throw new Problem('Say which backup: npm run restore FILE');
  await ensureBuild();
  process.env.NODE_ENV = 'production';
  const build = await import(pathToFileURL(join(root, 'build/server/index.js')).href);
  const { serve, backUp, restoreFrom, printSignInLink } = build.entry.module;
  if (address !== undefined) await printSignInLink(address);
  else if (backup) await backUp(path, { during, stop });
  else if (restore) await restoreFrom(path, { during, stop });
  else await serve(build, { demo, worker, during, stop, hurry });
}

async function serveDevelopment({ demo }) {
  process.env.NODE_ENV = 'development';
  const { createServer } = await import('vite');
  const vite = await keepingOurStops(() =>
    createServer({ server: { middlewareMode: true }, appType: 'custom' }),
  );
  const load = () => vite.ssrLoadModule('virtual:remix/server-build');
  const build = await load();
  await build.entry.module.serve(load, { demo, vite, during, stop, hurry });
  await vite.close();
}

/** Vite's servers end the process at once when it is to stop: ours has a database to stop first. */
async function keepingOurStops(make) {
  const ways = [
    [process, 'SIGTERM'],
    [process.stdin, 'end'],
  ];
  const ours = ways.map(([from, event]) => from.listeners(event));
  const made = await make();
  for (const [at, [from, event]] of ways.entries()) {
    for (const one of from.listeners(event)) if (!ours[at].includes(one)) from.off(event, one);
  }
  return made;
}

function oneLine(error) {
  if (error instanceof Problem) return error.message;
  const whose = ownershipComplaint(error);
  if (whose) return whose;
  const message = error instanceof Error ? error.message : String(error);
  return message || `Octavo could not start (${error?.code ?? error?.name}). DEBUG=1 shows more.`;
}
