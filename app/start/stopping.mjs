import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isatty } from 'node:tty';
import { root } from './project.mjs';

// A Ctrl-C comes from the terminal and once more from npm, which hands it on; a service manager
// may likewise tell both.
const SAME_MS = 1_000;
const LOOK_MS = 500;

const asked = new AbortController();
const urged = new AbortController();

/** Aborted, with the signal's name as its reason, once this process is to stop. */
export const stop = asked.signal;
/** Aborted when it is asked again: nothing is waited for any more. */
export const hurry = urged.signal;

/**
 * Hears everything that means "stop": SIGINT, SIGTERM, a terminal that is closed, and the end of
 * the npm that started us. From then on a signal no longer ends this process by itself.
 */
export function hearStops() {
  let askedAt = 0;
  const ask = (signal) => {
    if (!stop.aborted) {
      askedAt = performance.now();
      asked.abort(signal);
    } else if (performance.now() - askedAt > SAME_MS) urged.abort(signal);
  };
  // Asked now: of a terminal that is gone nobody could tell any more that it was one.
  const atTerminal = [0, 1, 2].some((stream) => isatty(stream));
  const watch = startedByNpm() ? watchStarter(() => ask('SIGTERM')) : undefined;
  process.on('SIGINT', ask).on('SIGTERM', ask);
  process.on('SIGHUP', (signal) => {
    if (atTerminal) ask(signal);
    // Started under nohup, which redirects all three. Node forgets what nohup set, so npm may be
    // gone now as well, and that is no wish to stop either.
    else clearInterval(watch);
  });
  // Whoever read what we say may be gone: no reason to end halfway through something.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/**
 * Tells when the process that started us is gone: then we have another parent. No signal says so,
 * and nobody else would ever stop us.
 */
function watchStarter(gone) {
  const starter = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === starter) return;
    clearInterval(watch);
    gone();
  }, LOOK_MS);
  return watch.unref();
}

/**
 * Whether our parent is npm (or another program that runs scripts of package.json). These begin
 * with `exec`, so that no shell stands between. The script is compared because variables are
 * inherited: what one of our scripts starts in turn has another parent.
 */
function startedByNpm() {
  const [exec, , file] = (process.env.npm_lifecycle_script ?? '').split(' ');
  return exec === 'exec' && !!file && join(root, file) === realpathSync(process.argv[1] ?? root);
}
