import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '#tests/support/temporary.ts';

const HERE = join(import.meta.dirname, '../..');

/** Stands for Remix's builder: the application it makes writes to its data and ends. */
const BUILDER = `import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('build/server', { recursive: true });
writeFileSync('build/server/index.js', ${JSON.stringify(`import { mkdirSync, writeFileSync } from 'node:fs';
const serve = async () => {
  mkdirSync('data', { recursive: true });
  writeFileSync('data/kept', 'words');
  console.log('It runs.');
};
export const entry = { module: { serve } };
`)});
`;

interface Account {
  uid?: number;
  gid?: number;
}

export interface Ended {
  status: number | null;
  /** what the terminal showed, without progress */
  said: string[];
}

/**
 * A project in its own folder that our `npm start` installs, builds and runs: really, with npm, but
 * with one small package for building instead of six hundred.
 * @param scripts of that package, which npm runs when it installs it
 */
export function smallProject(scripts: Record<string, string> = {}) {
  const root = temporaryFolder();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const part of ['app/start.mjs', 'app/start']) {
    cpSync(join(HERE, part), join(root, part), { recursive: true });
  }
  // Another account may not be able to reach the Node that runs us.
  cpSync(process.execPath, join(root, 'bin/node'));
  const builder = { name: '@remix-run/dev', version: '1.0.0', type: 'module', scripts };
  write('pack/package.json', JSON.stringify(builder));
  write('pack/dist/cli.js', BUILDER);
  const { npm_execpath: _, ...env } = process.env;
  const npm = (...args: string[]) =>
    execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund'], {
      ...{ cwd: root, env, stdio: 'pipe' },
    });
  npm('pack', './pack', '--ignore-scripts');
  rmSync(join(root, 'pack'), { recursive: true });
  const devDependencies = { '@remix-run/dev': 'file:remix-run-dev-1.0.0.tgz' };
  write('package.json', JSON.stringify({ name: 'small', type: 'module', devDependencies }));
  npm('install', '--package-lock-only', '--ignore-scripts');
  return {
    root,
    /** whether the package that builds is installed */
    canBuild: () => existsSync(join(root, 'node_modules/@remix-run/dev')),
    /** What an update brings. */
    update: () => appendFileSync(join(root, 'app/start.mjs'), '// newer\n'),
    npm,
    /** Has the next build run this instead. */
    build: (script: string) => write('node_modules/@remix-run/dev/dist/cli.js', script),
    start: (as: Account = {}, more: Record<string, string> = {}) => run('app/start.mjs', as, more),
    /** `npm run build` */
    onlyBuild: (more: Record<string, string> = {}) => run('app/start/only-build.mjs', {}, more),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };

  function run(program: string, as: Account, more: Record<string, string>): Ended {
    const run = spawnSync(join(root, 'bin/node'), [program], {
      ...{ cwd: root, encoding: 'utf8', ...as },
      env: { PATH: process.env.PATH, HOME: root, NODE_ENV: 'production', ...more },
    });
    const lines = `${run.stdout}${run.stderr}`.split('\n');
    return {
      status: run.status,
      said: lines.filter((line) => line && !/…$|: done in \d+ s$/.test(line)),
    };
  }
}
