import { Problem } from './project.mjs';

// The kernel ends with SIGKILL what takes the last memory (137 in a shell, and npm's own words for a
// script of a package), and V8 ends itself when it has used what it was given.
const SAID = /heap out of memory|\bENOMEM\b|signal SIGKILL|code 137\b/;

/** @throws Problem when a program was ended for want of memory */
export function requireMemory(what, { status, signal, output }) {
  if (signal !== 'SIGKILL' && status !== 137 && !SAID.test(output)) return;
  throw new Problem(
    `${what} was ended, most likely because memory ran out: it takes about 600 MB. ` +
      'Free some or add swap, then start again.',
  );
}
