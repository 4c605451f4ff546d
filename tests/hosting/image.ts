import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#tests/support/octavo.ts';
import { changed, guided, write } from './configuration.ts';
import { type Ground, onGround } from './ground.ts';
import { program } from './programs.ts';
import { type Group, must, NotTried, type Situation } from './situation.ts';

const CHECKOUT = join(import.meta.dirname, '../..');
const STEP_MS = 300_000;
const START_MS = 60_000;
/** The account "nobody". initdb wants one that has a name; the image makes its own. */
const ACCOUNT = 65534;

/** The Dockerfile and the compose file, as far as they go without Docker's engine. */
export const image: Group = {
  name: 'the container image',
  needs: ['openssl'],
  within: (use) => onGround((ground) => use([byHand(ground), composed(ground), inDocker])),
};

/** One instruction of a Dockerfile: `{ name: 'RUN', words: 'npm ci' }`. */
function instructions(): { name: string; words: string }[] {
  const lines = guided('Dockerfile', [])
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '');
  return [...lines.matchAll(/^([A-Z]+) (.+)$/gm)].map(([, name = '', words = '']) => ({
    name,
    words,
  }));
}

function byHand(ground: Ground): Situation {
  return {
    where: 'the steps of docs/hosting/Dockerfile by hand, in a clean folder',
    tried: `install, build, prune; as nobody, who may not write there: start, health, SIGTERM`,
    needs: [],
    async run() {
      if (process.getuid?.() !== 0) throw new NotTried('only root can start it as somebody else');
      const folder = join(ground.folder, 'image');
      copyContext(folder);
      const all = instructions();
      const built = all.slice(
        0,
        all.findLastIndex(({ name }) => name === 'FROM'),
      );
      for (const { name, words } of built) {
        if (name !== 'RUN') continue;
        const { status, stderr } = spawnSync('/bin/sh', ['-c', words], {
          ...{ cwd: folder, encoding: 'utf8', timeout: STEP_MS },
          env: clean(process.env),
        });
        must(status === 0, `${words}: ${stderr.slice(-300)}`);
      }
      await runsAlone(ground, folder, all);
      return undefined;
    },
  };
}

/** What COPY finds: the files of the checkout that Dockerfile.dockerignore lets through. */
function copyContext(folder: string): void {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: CHECKOUT,
    encoding: 'utf8',
  });
  const left = guided('Dockerfile.dockerignore', []).split('\n').filter(Boolean);
  const ignored = (path: string) => left.includes(path.split('/')[0] ?? '');
  for (const path of listed.split('\0')) {
    if (!path || ignored(path)) continue;
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    cpSync(join(CHECKOUT, path), join(folder, path));
  }
}

async function runsAlone(
  ground: Ground,
  folder: string,
  all: ReturnType<typeof instructions>,
): Promise<void> {
  const last = (name: string) => all.findLast((one) => one.name === name)?.words ?? '';
  const data = join(ground.folder, 'image-data');
  mkdirSync(data);
  chownSync(data, ACCOUNT, ACCOUNT);
  chmodSync(data, 0o700);
  const port = await freePort();
  const settings = Object.fromEntries(
    last('ENV')
      .split(' ')
      .map((pair) => pair.split('=') as [string, string]),
  );
  // Inside its container it listens for all; here the loopback interface is all.
  const env = { ...settings, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: data };
  const as = { cwd: folder, uid: ACCOUNT, gid: ACCOUNT, env: { ...own('/'), ...env } };
  const [command = '', ...args] = JSON.parse(last('CMD')) as string[];
  const child = spawn(command, args, { ...as, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  try {
    const [check = '', ...checkArgs] = JSON.parse(
      /CMD (\[.*\])/.exec(last('HEALTHCHECK'))?.[1] ?? '[]',
    ) as string[];
    const healthy = () => spawnSync(check, checkArgs, { ...as, stdio: 'ignore' }).status === 0;
    for (const until = Date.now() + START_MS; !healthy(); await pause(200)) {
      must(child.exitCode === null && Date.now() < until, `it is not healthy: ${said}`);
    }
  } finally {
    child.kill('SIGTERM');
  }
  const status = await ended;
  must(status === 0, `SIGTERM ended it with ${status}: ${said.slice(-300)}`);
}

/** npm says in the environment of what it runs where it stands; a fresh folder knows nothing of it. */
function clean(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !/^npm_(?!config)/.test(name));
  return Object.fromEntries(kept) as NodeJS.ProcessEnv;
}

/** What a program in a container finds; Docker makes / the home of who has none. */
function own(home: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: home, NODE_ENV: 'production' };
}

function composed(ground: Ground): Situation {
  return {
    where: 'docs/hosting/compose.yaml',
    tried: 'docker-compose config reads it, and asks for what must be set',
    needs: ['docker-compose'],
    async run() {
      // Debian's is of the first generation, which has no name in the file.
      const text = changed(guided('compose.yaml', []), [['name: octavo\n', '']]);
      const file = write(ground.folder, 'compose.yaml', text);
      const config = (env: Record<string, string>) =>
        spawnSync(program('docker-compose') ?? '', ['-f', file, 'config'], {
          ...{ encoding: 'utf8', env: { ...own(ground.folder), ...env } },
        });
      const settings = { APP_URL: 'https://circles.example.org', POSTGRES_PASSWORD: 'abc' };
      const read = config(settings);
      must(read.status === 0, read.stderr);
      must(read.stdout.includes('postgres://octavo:abc@postgres:5432/octavo'), read.stdout);
      const without = config({});
      must(without.status !== 0 && /APP_URL|POSTGRES/.test(without.stderr), without.stderr);
      return undefined;
    },
  };
}

const inDocker: Situation = {
  where: 'the image, built and run by Docker',
  tried: '—',
  needs: [],
  async run() {
    throw new NotTried('a Docker engine is not among what this starts');
  },
};
