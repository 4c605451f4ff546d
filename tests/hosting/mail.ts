import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#tests/support/octavo.ts';
import { type Ground, onGround } from './ground.ts';
import { said } from './main-job.ts';
import { type Group, must, type Situation } from './situation.ts';
import { Visitor } from './visitor.ts';

const SERVER = join(import.meta.dirname, 'mail-server.py');
const MAIL_MS = 30_000;

const LOGIN = 'octavo%40example.org:pass%23word%401@';

const KINDS = [
  {
    kind: 'starttls',
    words: 'STARTTLS and a password: smtp://user:password@host:587',
    login: LOGIN,
  },
  {
    kind: 'smtps',
    words: 'TLS from the start and a password: smtps://user:password@host',
    login: LOGIN,
  },
  {
    kind: 'relay',
    words: 'a relay on this machine without a password: smtp://127.0.0.1:25',
    login: '',
  },
] as const;

/** A mail server as each kind of provider runs it. */
export const mail: Group = {
  name: 'mail',
  needs: ['aiosmtpd', 'openssl'],
  within: (use) => onGround((ground) => use(KINDS.map((kind) => sent(ground, kind)))),
};

function sent(ground: Ground, { kind, words, login }: (typeof KINDS)[number]): Situation {
  return {
    ...{ where: `a mail server with ${words}`, needs: [] },
    tried: 'a link to choose a new password arrives, and opens its page',
    async run() {
      const { ca, cert, key } = ground.certificate;
      const port = await freePort();
      const server = await ground.part('/usr/bin/python3', {
        args: ['-u', SERVER, String(port), kind, cert, key],
        port,
      });
      const octavo = await ground.octavo({
        SMTP_URL: `${kind === 'smtps' ? 'smtps' : 'smtp'}://${login}localhost:${port}`,
        MAIL_FROM: 'Octavo <octavo@example.org>',
        NODE_EXTRA_CA_CERTS: ca,
      });
      const { origin } = new URL(octavo.url);
      const entrance = { origin, port: Number(new URL(origin).port) };
      const visitor = new Visitor(entrance, 'without scripts');
      const path = '/forgot-password';
      const email = 'ines@marea.example';
      const asked = await visitor.submit(await visitor.get(path), path, { email });
      must(asked.status < 400, said(asked));
      const link = await linkIn(server.said, octavo.said);
      must((await visitor.get(new URL(link).pathname)).status === 200, 'the link opens nothing');
      await octavo.end('SIGTERM');
      return undefined;
    },
  };
}

/** The link of the first message that arrives. */
async function linkIn(arrived: () => string, log: () => string): Promise<string> {
  for (const until = Date.now() + MAIL_MS; Date.now() < until; await pause(100)) {
    const text = arrived().replaceAll(/=\n/g, '').replaceAll('=3D', '=');
    const [link] = /https?:\/\/\S+\/reset-password\/[\w-]+(?=\s)/.exec(text) ?? [];
    if (link) return link;
  }
  throw new Error(`no mail arrived: ${log().slice(-300)} ${arrived().slice(-300)}`);
}
