import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { giveTo, nobody } from '#tests/support/small-checkout.ts';
import { smallProject } from '#tests/support/small-project.ts';

let project: ReturnType<typeof smallProject>;
afterEach(() => project.remove());

const RUNS = { status: 0, said: ['It runs.'] };

test('a first start installs, builds and runs, and the next one only runs', () => {
  project = smallProject();
  expect(project.start()).toEqual(RUNS);
  expect(project.canBuild()).toBe(true);
  project.build('throw new Error("built again")');
  expect(project.start()).toEqual(RUNS);
});

test.each([
  ['npm prune --omit=dev', ['prune', '--omit=dev']],
  ['npm ci --omit=dev', ['ci', '--omit=dev']],
])('after %s it runs as it was built, and an update is built', (_, args) => {
  project = smallProject();
  expect(project.start()).toEqual(RUNS);
  project.npm(...args);
  expect(project.canBuild()).toBe(false);
  expect(project.start()).toEqual(RUNS);
  expect(project.canBuild()).toBe(false);

  project.update();
  expect(project.start()).toEqual(RUNS);
  expect(project.canBuild()).toBe(true);
});

describe('memory that runs out', () => {
  const said = (what: string) => ({
    status: 1,
    said: [expect.stringMatching(new RegExp(`^${what} was ended, .*memory.*swap`))],
  });

  test.each([
    ['the installation', 'kill -9 $PPID'],
    ['what a package runs when it is installed', 'kill -9 $$'],
  ])('ends %s', (_, preinstall) => {
    project = smallProject({ preinstall });
    expect(project.start()).toEqual(said('Installing the dependencies'));
  });

  test('ends the build', () => {
    project = smallProject();
    project.npm('ci', '--include=dev');
    project.build("process.kill(process.pid, 'SIGKILL')");
    expect(project.start()).toEqual(said('Building'));
  });

  test('of V8 ends the build', () => {
    project = smallProject();
    project.npm('ci', '--include=dev');
    project.build('const kept = []; for (;;) kept.push(new Array(1e5).fill(String(kept.length)));');
    const few = { NODE_OPTIONS: '--max-old-space-size=32' };
    expect(project.start({}, few)).toEqual(said('Building'));
  });
});

test('a build that fails says why itself', () => {
  project = smallProject();
  project.npm('ci', '--include=dev');
  project.build('console.log("A comma is missing."); process.exitCode = 1;');
  expect(project.start()).toEqual({
    status: 1,
    said: ['A comma is missing.', 'The build failed, for the reason above.'],
  });
});

describe('a read-only file system', () => {
  /** Mounting one takes root: Node answers for it, in every process of ours, as the kernel would. */
  function readOnly(folder: string): Record<string, string> {
    const file = join(project.root, 'read-only.cjs');
    writeFileSync(
      file,
      `const fs = require('node:fs');
       const folder = ${JSON.stringify(join(project.root, folder))};
       const calls = { mkdirSync: 'mkdir', writeFileSync: 'open', rmSync: 'unlink', mkdir: 'mkdir' };
       for (const [name, syscall] of Object.entries(calls)) {
         const where = name.endsWith('Sync') ? fs : fs.promises;
         const real = where[name];
         const answer = (path, ...rest) => {
           const at = require('node:path').resolve(String(path));
           const nothing = syscall === 'unlink' && !fs.existsSync(at);
           if (nothing || !at.startsWith(folder)) return real.call(where, path, ...rest);
           const words = \`EROFS: read-only file system, \${syscall} '\${at}'\`;
           throw Object.assign(new Error(words), { code: 'EROFS', errno: -30, syscall, path: at });
         };
         where[name] = where === fs ? answer : async (...args) => answer(...args);
       }
       require('node:module').syncBuiltinESMExports();`,
    );
    return { NODE_OPTIONS: `--require=${file}` };
  }
  const told = (words: RegExp) => ({ status: 1, said: [expect.stringMatching(words)] });
  const BUILD =
    /build\S* cannot be written: its file system is read-only\. Build first.*npm run build$/;

  test('is told when it is to be built on, before and after', () => {
    project = smallProject();
    project.npm('ci', '--include=dev');
    expect(project.onlyBuild(readOnly('build'))).toEqual(told(BUILD));
    expect(project.start({}, readOnly('build'))).toEqual(told(BUILD));
    expect(project.start()).toEqual(RUNS);
    project.update();
    expect(project.start({}, readOnly('build'))).toEqual(told(BUILD));
  });

  test('is told when packages are to be installed on it', () => {
    project = smallProject();
    expect(project.start({}, readOnly('node_modules'))).toEqual(
      told(/node_modules\S* cannot be written: its file system is read-only\. Build first/),
    );
  });

  test('holds no one back who finds the build there and writes elsewhere', () => {
    project = smallProject();
    expect(project.start()).toEqual(RUNS);
    expect(project.start({}, readOnly('build'))).toEqual(RUNS);
    expect(project.start({}, readOnly('data'))).toEqual(
      told(/data cannot be written: its file system is read-only\.$/),
    );
  });
});

// Only root can make files that belong to somebody else.
if (process.getuid?.() === 0) {
  describe('after a first start by root, a plain user', () => {
    /** Root started it, and the checkout has been given to somebody, but for these folders. */
    function startedByRoot(folders: string[]): ReturnType<typeof nobody> {
      project = smallProject();
      expect(project.start()).toEqual(RUNS);
      const user = nobody();
      giveTo(project.root, user);
      for (const folder of folders) giveTo(join(project.root, folder), { uid: 0, gid: 0 });
      execFileSync('chmod', ['-R', 'go-w', project.root]);
      return user;
    }

    /** What was said, as far as it is a command; it is followed. */
    function follow(said: string[]): string[] {
      expect(said).toHaveLength(1);
      const [, command = ''] =
        /^.* files of root, and this is nobody\. .*: sudo (.*)$/.exec(said[0] ?? '') ?? [];
      const [program = '', ...args] = command.split(' ');
      execFileSync(program, args);
      return args.slice(2);
    }

    test('is told whose the data are', () => {
      const user = startedByRoot(['data']);
      const { status, said } = project.start(user);
      expect(status).toBe(1);
      expect(follow(said)).toEqual([join(project.root, 'data')]);
      expect(project.start(user)).toEqual(RUNS);
    });

    test('is named by its number where it has no name', () => {
      startedByRoot([]);
      const nameless = { uid: 48_123, gid: 48_123 };
      giveTo(project.root, nameless);
      giveTo(join(project.root, 'data'), { uid: 0, gid: 0 });
      const { said } = project.start(nameless);
      expect(said).toEqual([expect.stringMatching(/this is account 48123.*chown -R 48123 \//)]);
    });

    test('is told so of all at once, also when an update is to be built', () => {
      const user = startedByRoot(['data', 'build', 'node_modules']);
      project.update();
      const { status, said } = project.start(user);
      expect(status).toBe(1);
      const all = ['node_modules', 'build', 'data'].map((folder) => join(project.root, folder));
      expect(follow(said)).toEqual(all);
      expect(project.start(user)).toEqual(RUNS);
    });

    test('is told so when an update is to be installed', () => {
      const user = startedByRoot(['node_modules']);
      project.npm('pkg', 'set', 'version=2.0.0');
      execFileSync('sed', ['-i', 's/sha512-/sha512-a/', join(project.root, 'package-lock.json')]);
      const { status, said } = project.start(user);
      expect(status).toBe(1);
      expect(follow(said)).toEqual([join(project.root, 'node_modules')]);
    });
  });
}
