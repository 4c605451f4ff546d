import type { ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { onAbort } from './stop.server.ts';

/** What comes at once and is no larger is sent in one piece, with its length. */
const WHOLE = 64 * 1024;

type Sending = ServerResponse & {
  /** the compression's, which otherwise holds back what it was given */
  flush?: () => void;
};

/**
 * Sends a body. One that is there is sent whole; one that takes its time, or is large, goes out as it
 * comes and no faster than it is taken. It is cancelled when nobody is there to take it.
 * @param stop ends a stream of events, which has no end of its own; a download goes on. (One that
 * says nothing for two minutes is taken for dead: listen.server.ts.)
 * @throws what reading the body throws; the answer is then cut, so that it is not taken for whole
 */
export async function passOn(
  body: ReadableStream<Uint8Array>,
  res: Sending,
  stop?: AbortSignal,
): Promise<void> {
  const reader = body.getReader();
  // Also settles a read that waits.
  const leave = () => void reader.cancel().catch(() => {});
  let taken = () => {};
  // One listener for all: the compression adds each to a stream of its own and removes none.
  res.on('drain', () => taken());
  res.once('close', () => {
    leave();
    taken();
  });
  const stays = isEventStream(res) && stop ? onAbort(stop, leave) : () => {};
  const held: Uint8Array[] = [];
  let size = 0;
  let begun = false;

  async function write(chunk: Uint8Array): Promise<void> {
    if (res.write(chunk) || res.destroyed) return;
    await new Promise<void>((resolve) => {
      taken = resolve;
    });
  }

  async function begin(): Promise<void> {
    begun = true;
    // nginx would gather them.
    if (isEventStream(res)) res.setHeader('X-Accel-Buffering', 'no');
    res.flushHeaders();
    for (const chunk of held) await write(chunk);
  }

  try {
    for (;;) {
      const reading = reader.read();
      let next = await Promise.race([reading, turn(null)]);
      if (!next) {
        if (!begun) await begin();
        res.flush?.();
        next = await reading;
      }
      if (next.done) break;
      if (begun) await write(next.value);
      else {
        held.push(next.value);
        size += next.value.length;
        if (size > WHOLE) await begin();
      }
    }
  } catch (error) {
    if (begun) res.destroy();
    throw error;
  } finally {
    stays();
  }
  if (begun) return void res.end();
  res.setHeader('Content-Length', size);
  res.end(Buffer.concat(held));
}

/** Server-sent events: each is to arrive when it is sent. */
export const isEventStream = (res: Pick<ServerResponse, 'getHeader'>) =>
  /^text\/event-stream\b/i.test(String(res.getHeader('Content-Type')));
