import { execFileSync } from 'node:child_process';
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
