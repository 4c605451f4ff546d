import { setTimeout as pause } from 'node:timers/promises';
import { post, Unanswered } from '#tests/faults/browser.ts';
import type { OpenCircle, Writer } from '#tests/faults/community.ts';
import type { Installation } from '#tests/faults/installation.ts';
import type { Ledger } from '#tests/faults/ledger.ts';
import { nextWrite, type Write } from '#tests/faults/writes.ts';

const AGAIN_MS = 300;
const LAST_TRIES_MS = 30_000;
const JOINING_TOGETHER = 10;
const ROUNDS_OF_JOINING = 10;

/** How much each person has done so far, on whichever fault's account. */
const did = new WeakMap<Writer, number>();

/** Everybody writes, one thing after the other, and sends what was not acknowledged again. */
export async function startWriters({ app, community }: Installation, ledger: Ledger) {
  const { writers } = community;
  const groups = Math.ceil(writers.length / JOINING_TOGETHER);
  // A few more come to each circle than it has seats: they get in line.
  const open = await community.open(groups * ROUNDS_OF_JOINING, { seats: 12, free: 8 });
  let stopAt = Number.POSITIVE_INFINITY;

  const write = async (writer: Writer, index: number) => {
    const links = open.filter((_, n) => n % groups === Math.floor(index / JOINING_TOGETHER));
    const link = (): OpenCircle | undefined => links.pop();
    while (Date.now() < stopAt) {
      const nth = (did.get(writer) ?? 0) + 1;
      did.set(writer, nth);
      const lastTry = () => stopAt + LAST_TRIES_MS;
      await untilDone(app.url, writer, nextWrite(writer, nth, link), ledger, lastTry);
    }
  };
  const all = Promise.all(writers.map(write));
  // Whoever stops them hears of it; nobody listens before.
  all.catch(() => {});
  return {
    /** Each finishes what they are at. */
    async stop() {
      stopAt = Date.now();
      await all;
    },
  };
}

async function untilDone(
  url: string,
  writer: Writer,
  write: Write,
  ledger: Ledger,
  lastTry: () => number,
): Promise<void> {
  while (!(await send(url, writer, write, ledger))) {
    if (Date.now() > lastTry()) {
      ledger.givenUp++;
      return;
    }
    await pause(AGAIN_MS * (1 + Math.random()));
  }
}

/** Sends a form once. @returns whether it was answered as done */
export async function send(url: string, writer: Writer, write: Write, ledger: Ledger) {
  const sentAt = Date.now();
  try {
    const answer = await post(url, write.path, write.form, writer);
    const done = answer.status >= 300 && answer.status < 400;
    // A redirect to the sign-in page is no acknowledgement.
    if (done && answer.location.startsWith(`/circles/${write.circle}`)) {
      ledger.done(write, sentAt);
      return true;
    }
    ledger.notDone(answer);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    ledger.noAnswer(error);
  }
  return false;
}
