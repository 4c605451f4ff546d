import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How far a mail has come when its worker is killed. */
export const STEPS = [
  'connected',
  'sender',
  'recipient',
  'begun',
  'read',
  // The server has said yes, and nothing of ours has written it down.
  'taken',
  // That it was sent is written down, and the queue does not know yet that the job is done.
  'recorded',
] as const;
export type Step = (typeof STEPS)[number];

/** A mail that the server said yes to. */
export interface Taken {
  to: string;
  messageId: string;
  /** which of the processes that sent through here: counted from 0 */
  sender: number;
}

export interface PostOffice {
  url: string;
  taken: Taken[];
  /**
   * Resolves when a mail has come to that step, and holds it there: with its recipient, '' before
   * one is named. What is returned lets it go on.
   */
  catch(step: Step): Promise<{ to: string; letGo(): void }>;
  /** From now on it is another process that sends. */
  next(): void;
  stop(): Promise<void>;
}

/** A mail server that takes everything, and holds a mail at any step that is asked for. */
export async function openPostOffice(): Promise<PostOffice> {
  const taken: Taken[] = [];
  let sender = 0;
  let trap: { step: Step; spring(caught: { to: string; letGo(): void }): void } | undefined;

  // What a killed process had handed over is read on; nobody waits for it any more.
  const senders = new Map<string, number>();

  async function reach(step: Step, { id }: { id: string }, to = ''): Promise<void> {
    if (trap?.step !== step || senders.get(id) !== sender) return;
    const { spring } = trap;
    trap = undefined;
    await new Promise<void>((letGo) => spring({ to, letGo }));
  }

  const server = new SMTPServer({
    ...{ logger: false, disableReverseLookup: true, authOptional: true, hideSTARTTLS: true },
    onConnect(session, done) {
      senders.set(session.id, sender);
      void reach('connected', session).then(() => done());
    },
    onMailFrom: (_, session, done) => void reach('sender', session).then(() => done()),
    onRcptTo: ({ address }, session, done) =>
      void reach('recipient', session, address).then(() => done()),
    onData(stream, session, done) {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      const by = senders.get(session.id) ?? -1;
      let data = '';
      stream.setEncoding('utf8').on('data', (chunk) => {
        data += chunk;
      });
      const read = new Promise((resolve) => stream.once('end', resolve));
      void (async () => {
        await reach('begun', session, to);
        await read;
        await reach('read', session, to);
        const messageId = /^Message-ID: (.*)$/im.exec(data)?.[1]?.trim() ?? '';
        taken.push({ to, messageId, sender: by });
        await reach('taken', session, to);
        await reach('recorded', session, to);
        done();
      })();
    },
  });
  // Whoever is killed hangs up.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    taken,
    catch: (step) =>
      new Promise((spring) => {
        trap = { step, spring };
      }),
    next() {
      sender++;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
