import { caddy } from './caddy.ts';
import { DOMAIN } from './certificate.ts';
import type { Change } from './configuration.ts';
import { ask, type Entrance } from './entrance.ts';
import { type Ground, onGround } from './ground.ts';
import { haproxy } from './haproxy.ts';
import { BROWSERS, books, mainJob, said, sendBooks, signIn } from './main-job.ts';
import { type Behind, HOST_LINE, nginx, SIZE_LINE } from './nginx.ts';
import { type Group, must, type Situation } from './situation.ts';
import { seesVisitors } from './visitors-address.ts';

const ORIGIN = `https://${DOMAIN}`;
const JOB = 'sign in, write, import 2 MB, a calendar file; with scripts, without, an older browser';

const instead = (line: string): Change => [HOST_LINE, line];

/** nginx as people have it, otherwise than the guide says. */
const NGINX_OTHERWISE: { where: string; changes: readonly Change[] }[] = [
  { where: 'nginx without proxy_set_header Host', changes: [instead('')] },
  {
    where: 'nginx with another X-Forwarded-Host',
    changes: [instead(`${HOST_LINE}        proxy_set_header X-Forwarded-Host internal.example;\n`)],
  },
];

/** Reverse proxies on the address of the guides. */
export const proxies: Group = {
  name: 'reverse proxies',
  needs: ['openssl'],
  within: (use) =>
    onGround(async (ground) => {
      const octavo = await ground.octavo({ APP_URL: ORIGIN, TRUST_PROXY: '1' });
      const behind = { port: new URL(octavo.url).port, origin: ORIGIN };
      const link = octavo.links[0]?.url ?? '';
      const guides = Object.entries({ nginx, caddy, haproxy }).flatMap(([name, start]) => {
        const up = once(() => start(ground, behind));
        return guided(name, link, up);
      });
      const otherwise = NGINX_OTHERWISE.map(
        ({ where, changes }): Situation => ({
          ...{ where, tried: JOB, needs: ['nginx'] },
          async run() {
            const { https } = await nginx(ground, behind, changes);
            return everyBrowser(https, link);
          },
        }),
      );
      const hidden = silenced(ground, behind, link);
      await use([...guides, ...otherwise, hidden, tooLarge(ground, behind, link)]);
    }),
};

type Up = () => Promise<{ https: Entrance; http: Entrance }>;

/** What must work behind each proxy that has a guide. */
function guided(name: string, link: string, up: Up): Situation[] {
  const where = `${name}, as the guide has it`;
  const needs = [name];
  return [
    { where, needs, tried: JOB, run: async () => everyBrowser((await up()).https, link) },
    {
      ...{ where, needs, tried: 'http leads to https; HSTS' },
      async run() {
        const { http, https } = await up();
        const asked = {
          method: 'GET',
          path: '/sign-in?a=b',
          headers: {},
          from: '127.0.0.1',
        } as const;
        const sent = await ask(http, asked);
        const leads = new URL(sent.header('location') || 'http://nowhere');
        must([301, 308].includes(sent.status) && leads.protocol === 'https:', said(sent));
        must(leads.hostname === DOMAIN && leads.search === '?a=b', `leads to ${leads}`);
        const secret = await ask(https, asked);
        must(secret.header('strict-transport-security'), 'there is no HSTS');
        return undefined;
      },
    },
    {
      ...{ where, needs },
      tried: 'TRUST_PROXY=1: sign-in limits see each visitor, not the proxy, nor a made-up address',
      run: async () => seesVisitors((await up()).https).then(() => undefined),
    },
  ];
}

/** Pages that tell browsers to hide where they come from; older ones then say nothing at all. */
function silenced(ground: Ground, behind: Behind, link: string): Situation {
  return {
    ...{ where: 'nginx that adds Referrer-Policy: no-referrer', needs: ['nginx'] },
    tried: 'the same, with scripts and without; an older browser is told what to change',
    async run() {
      const line = `${HOST_LINE}        add_header Referrer-Policy no-referrer always;\n`;
      const { https } = await nginx(ground, behind, [instead(line)]);
      await mainJob(https, 'with scripts', link);
      await mainJob(https, 'without scripts', link);
      const older = await signIn(https, 'an older browser', link).then(
        () => 'let in',
        (error: Error) => error.message,
      );
      must(/403 .*Referrer-Policy: no-referrer/.test(older), older);
      return 'works; an older browser gets 403, which names the header';
    },
  };
}

/** A proxy's own limit, which is not ours to raise. */
function tooLarge(ground: Ground, behind: Behind, link: string): Situation {
  return {
    ...{ where: 'nginx with its own limit of 1 MB', needs: ['nginx'] },
    tried: 'import 2 MB without scripts: all that can be shown is nginx’s page',
    async run() {
      const change: Change = [SIZE_LINE, ''];
      const { https } = await nginx(ground, behind, [change]);
      const visitor = await signIn(https, 'without scripts', link);
      const sent = await sendBooks(visitor, books(2));
      must(sent.status === 413, said(sent));
      return '413 from nginx, as expected; the guide raises the limit';
    },
  };
}

/** The address has a port, which `Host $host` leaves out. */
export const withPort: Group = {
  name: 'an address with a port',
  needs: ['openssl'],
  within: (use) =>
    onGround(async (ground) => {
      const origin = `https://${DOMAIN}:8443`;
      const octavo = await ground.octavo({ APP_URL: origin, TRUST_PROXY: '1' });
      const behind = { port: new URL(octavo.url).port, origin };
      const link = octavo.links[0]?.url ?? '';
      const change = instead('        proxy_set_header Host $host;\n');
      await use([
        {
          ...{ where: 'nginx with Host $host, APP_URL with a port', needs: ['nginx'], tried: JOB },
          run: async () => everyBrowser((await nginx(ground, behind, [change])).https, link),
        },
      ]);
    }),
};

async function everyBrowser(entrance: Entrance, link: string): Promise<undefined> {
  for (const browser of BROWSERS) {
    await mainJob(entrance, browser, link).catch((error: Error) => {
      throw new Error(`${browser}: ${error.message}`);
    });
  }
}

/** The same promise each time. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
