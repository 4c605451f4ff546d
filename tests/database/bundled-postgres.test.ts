import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type App, giveTo, nobody, smallCheckout } from '#tests/support/small-checkout.ts';

// Starting a durable database waits for the disk, which on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const isRoot = process.getuid?.() === 0;

let checkout: Awaited<ReturnType<typeof smallCheckout>>;
const apps: App[] = [];

beforeAll(async () => {
  checkout = await smallCheckout();
});
afterEach(async () => {
  for (const app of apps.splice(0)) await app.stop();
});
afterAll(() => checkout.remove());

/** Starts an app on the checkout's data; it is stopped after the test if it still runs. */
async function start(uid?: number, within?: string[]): Promise<App> {
  const app = await checkout.start(uid, within);
  apps.push(app);
  return app;
}

/** Starts one that runs well, and leaves a crash behind. */
async function crashed(): Promise<App> {
  const app = await start();
  expect(app.error).toBeUndefined();
  app.kill('SIGKILL');
  await app.ended;
  return app;
}

async function ask(app: App, query: string, url = app.url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

const postmasterPid = () => {
  const note = join(checkout.dataDir, 'postgres/postmaster.pid');
  return existsSync(note) ? Number(readFileSync(note, 'utf8').split('\n')[0]) : undefined;
};

test('a first start makes a durable, private database', async () => {
  const app = await start();
  expect(app).toMatchObject({ adopted: false });
  const settings = ['server_version_num', 'fsync', 'listen_addresses', 'server_encoding'];
  const [row] = await ask(
    app,
    `SELECT ${settings.map((name) => `current_setting('${name}') AS ${name}`).join(', ')},
            datlocprovider, datlocale, current_setting('unix_socket_directories') AS sockets
       FROM pg_database WHERE datname = current_database()`,
    app.ownerUrl,
  );
  expect(row).toEqual({
    server_version_num: expect.stringMatching(/^18/),
    fsync: 'on',
    listen_addresses: '127.0.0.1',
    server_encoding: 'UTF8',
    datlocprovider: 'b',
    datlocale: 'C.UTF-8',
    sockets: '',
  });
  expect(statSync(join(checkout.dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
  expect(statSync(join(checkout.dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  await ask(app, 'CREATE TABLE kept AS SELECT 8 AS leaves');
});

test('a wrong password is refused', async () => {
  const { url = '' } = await start();
  const wrong = new URL(url);
  wrong.password = 'wrong';
  const client = new pg.Client({ connectionString: wrong.href });
  await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
});

test('stopping ends the server and leaves the data for the next start', async () => {
  const app = await start();
  expect(postmasterPid()).toBeGreaterThan(1);
  await app.stop();
  expect(postmasterPid()).toBeUndefined();
  const next = await start();
  expect(next.adopted).toBe(false);
  expect(await ask(next, 'SELECT leaves FROM kept')).toEqual([{ leaves: 8 }]);
});

test('a server left by a killed app is adopted', async () => {
  const before = await crashed();
  const left = postmasterPid();
  const app = await start();
  expect(app).toMatchObject({ adopted: true, url: before.url });
  expect(postmasterPid()).toBe(left);
  expect(await ask(app, 'SELECT leaves FROM kept')).toEqual([{ leaves: 8 }]);
  await app.stop();
  expect(postmasterPid()).toBeUndefined();
});

test('a second start is refused and names the process that runs', async () => {
  const first = await start();
  const second = await start();
  expect(second.error).toContain(`process ${first.pid}`);
  expect(second.url).toBeUndefined();
  expect(await ask(first, 'SELECT leaves FROM kept')).toEqual([{ leaves: 8 }]);
});

test('of two starts at once, one runs and the other is refused', async () => {
  const both = await Promise.all([start(), start()]);
  const [running] = both.filter(({ error }) => !error);
  expect(both.filter(({ error }) => error)).toHaveLength(1);
  expect(both.find(({ error }) => error)?.error).toContain(`process ${running?.pid}`);
});

test('of two starts after a crash, one adopts and the other is refused', async () => {
  await crashed();
  const both = await Promise.all([start(), start()]);
  expect(both.filter(({ adopted }) => adopted)).toHaveLength(1);
  expect(both.filter(({ error }) => error)).toHaveLength(1);
});

test('a note of a server that ended is not mistaken when its pid lives on elsewhere', async () => {
  await crashed();
  const note = join(checkout.dataDir, 'postgres/postmaster.pid');
  const text = readFileSync(note, 'utf8');
  const left = postmasterPid() ?? 0;
  process.kill(left, 'SIGKILL');
  // A process of the same account that is no server of ours.
  const owner = statSync(join(checkout.dataDir, 'postgres'));
  const other = await sleeper(owner);
  try {
    execFileSync('sh', ['-c', 'cat > "$1"', 'sh', note], {
      input: text.replace(/^\d+/, String(other.pid)),
    });
    const app = await start();
    expect(app).toMatchObject({ adopted: false });
    expect(await ask(app, 'SELECT leaves FROM kept')).toEqual([{ leaves: 8 }]);
  } finally {
    other.kill();
  }
});

test('another port is taken when the last one is in use, and kept from then on', async () => {
  const before = await start();
  const port = Number(new URL(before.url ?? '').port);
  await before.stop();
  const squatter = createServer().listen(port, '127.0.0.1');
  const app = await start();
  const chosen = new URL(app.url ?? '').port;
  expect(chosen).not.toBe(String(port));
  await app.stop();
  squatter.close();
  const again = await start();
  expect(new URL(again.url ?? '').port).toBe(chosen);
});

test('a lost password is replaced, also while a server is left running', async () => {
  const settings = join(checkout.dataDir, 'postgres.json');
  const before = await crashed();
  rmSync(settings);
  const app = await start();
  expect(app.url).not.toBe(before.url);
  expect(await ask(app, 'SELECT leaves FROM kept')).toEqual([{ leaves: 8 }]);
});

test('files of another version are refused in words', async () => {
  const version = join(checkout.dataDir, 'postgres/PG_VERSION');
  execFileSync('sh', ['-c', 'echo 17 > "$1"', 'sh', version]);
  const { error } = await start();
  execFileSync('sh', ['-c', 'echo 18 > "$1"', 'sh', version]);
  expect(error).toMatch(/PostgreSQL 17.*pg_dump/);
});

test('a start that was cut short is begun anew', async () => {
  const aside = `${checkout.dataDir}-aside`;
  execFileSync('mv', [checkout.dataDir, aside]);
  try {
    const ended = Number(execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }));
    execFileSync('mkdir', ['-p', join(checkout.dataDir, `postgres.new-${ended}/base`)]);
    const app = await start();
    expect(app.error).toBeUndefined();
    expect(readdirSync(checkout.dataDir).filter((name) => name.includes('.new-'))).toEqual([]);
    await app.stop();
  } finally {
    rmSync(checkout.dataDir, { recursive: true });
    execFileSync('mv', [aside, checkout.dataDir]);
  }
});

test.each([
  ['755', 0o700],
  ['777', 0o700],
  ['500', 0o700],
  ['750', 0o750],
])('data restored with mode %s are used', async (restored, mode) => {
  const folder = join(checkout.dataDir, 'postgres');
  execFileSync('chmod', [restored, folder]);
  const app = await start();
  expect(app.error).toBeUndefined();
  expect(statSync(folder).mode & 0o777).toBe(mode);
  expect(await ask(app, 'SELECT leaves FROM kept')).toEqual([{ leaves: 8 }]);
});

if (process.platform === 'linux') {
  test('where processes can share no memory, one line says what to give', async () => {
    // The kernel refuses the server longer files, those in /dev/shm as well.
    rmSync(join(checkout.dataDir, 'postgres.log'));
    const { error } = await start(undefined, ['sh', '-c', 'ulimit -f 8; exec "$@"', 'sh']);
    expect(error).toMatch(/^PostgreSQL did not start: could not resize shared memory [^\n]+$/);
    expect(error).toContain('Give /dev/shm 64 MB (docker run --shm-size=64m)');
  });

  const tiny = 'mount -t tmpfs -o size=64k tmpfs /dev/shm && exec "$@"';
  const withTinyShm = ['unshare', '--mount', 'sh', '-c', tiny, 'sh'];
  const [program = '', ...args] = [...withTinyShm, 'true'];
  // Not every container lets its root mount.
  if (isRoot && spawnSync(program, args).status === 0) {
    test('a tiny /dev/shm is enough, for a first start and a later one', async () => {
      const app = await start(undefined, withTinyShm);
      expect(app.error).toBeUndefined();
      expect(await ask(app, 'SELECT leaves FROM kept')).toEqual([{ leaves: 8 }]);
      await app.stop();
      const aside = `${checkout.dataDir}-aside`;
      renameSync(checkout.dataDir, aside);
      try {
        const first = await start(undefined, withTinyShm);
        expect(first.error).toBeUndefined();
        await first.stop();
        const later = await start();
        expect(await ask(later, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
        await later.stop();
      } finally {
        rmSync(checkout.dataDir, { recursive: true });
        renameSync(aside, checkout.dataDir);
      }
    });
  }
}

test('what npm leaves undone is done: links and execute bits', async () => {
  const { native } = checkout;
  const links: { target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  const targets = links.map(({ target }) => join(native, '..', target));
  for (const target of targets) rmSync(target, { force: true });
  chmodSync(join(native, 'bin/postgres'), 0o644);
  expect(targets.filter((target) => existsSync(target))).toEqual([]);
  const app = await start();
  expect(await ask(app, 'SELECT leaves FROM kept')).toEqual([{ leaves: 8 }]);
  if (isRoot) return;
  expect(targets.filter((target) => !existsSync(target))).toEqual([]);
});

if (isRoot) {
  test('root runs the server as an unprivileged account, data staying in a 0700 folder', async () => {
    expect(statSync(checkout.root).mode & 0o777).toBe(0o700);
    const app = await start();
    const { uid } = statSync(`/proc/${postmasterPid()}`);
    expect(uid).not.toBe(0);
    expect(statSync(join(checkout.dataDir, 'postgres')).uid).toBe(uid);
    expect(statSync(checkout.root).mode & 0o777).toBe(0o700);
    expect(await ask(app, 'SELECT leaves FROM kept')).toEqual([{ leaves: 8 }]);
  });

  test('root runs data restored as root', async () => {
    giveTo(join(checkout.dataDir, 'postgres'), { uid: 0, gid: 0 });
    const app = await start();
    expect(await ask(app, 'SELECT leaves FROM kept')).toEqual([{ leaves: 8 }]);
  });

  test('a plain user is told whose the data are, and runs them once they are theirs', async () => {
    const user = nobody();
    execFileSync('sh', [
      '-c',
      'chown "$2" "$1" "$1"/* "$1"/build/*',
      'sh',
      checkout.root,
      `${user.uid}`,
    ]);
    const refused = await start(user.uid);
    expect(refused.error).toMatch(/EACCES/);
    giveTo(checkout.root, user);
    const app = await start(user.uid);
    expect(app.error).toBeUndefined();
    expect(statSync(`/proc/${postmasterPid()}`).uid).toBe(user.uid);
    expect(await ask(app, 'SELECT leaves FROM kept')).toEqual([{ leaves: 8 }]);
  });

  test('root runs a plain user’s data as that user and leaves everything theirs', async () => {
    const user = nobody();
    const asRoot = await start();
    expect(statSync(`/proc/${postmasterPid()}`).uid).toBe(user.uid);
    await asRoot.stop();
    const app = await start(user.uid);
    expect(await ask(app, 'SELECT leaves FROM kept')).toEqual([{ leaves: 8 }]);
  });

  test('an account without a name is told what to do, and runs data that are there', async () => {
    const nameless = { uid: 48_123, gid: 48_123 };
    const data = join(checkout.dataDir, 'postgres');
    giveTo(checkout.root, nameless);
    const kept = join(checkout.dataDir, 'kept');
    renameSync(data, kept);
    const refused = await start(nameless.uid);
    expect(refused.error).toMatch(/^[^\n]*account 48123 has none in \/etc\/passwd.*useradd[^\n]*$/);
    expect(readdirSync(checkout.dataDir).filter((name) => name.includes('.new-'))).toEqual([]);
    rmSync(data, { recursive: true, force: true });
    renameSync(kept, data);
    const app = await start(nameless.uid);
    expect(await ask(app, 'SELECT leaves FROM kept')).toEqual([{ leaves: 8 }]);
    await app.stop();
    giveTo(checkout.root, nobody());
  });

  test('a plain user runs from a tree that is read-only and was never completed', async () => {
    const user = nobody();
    giveTo(join(checkout.root, 'node_modules'), { uid: 0, gid: 0 });
    rmSync(join(checkout.native, 'lib/libicuuc.so.60'));
    const app = await start(user.uid);
    expect(app.error).toBeUndefined();
    expect(existsSync(join(checkout.dataDir, 'runtime'))).toBe(true);
    expect(await ask(app, 'SELECT leaves FROM kept')).toEqual([{ leaves: 8 }]);
  });
}

/** A process of `owner` that does nothing. */
async function sleeper({ uid, gid }: { uid: number; gid: number }) {
  const child = spawn('sleep', ['600'], { cwd: '/', stdio: 'ignore', ...(isRoot && { uid, gid }) });
  await new Promise((resolve) => child.once('spawn', resolve));
  return child;
}
