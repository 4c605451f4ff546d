import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#tests/support/octavo.ts';
import { blockIn, changed, write } from './configuration.ts';
import { type Ground, onGround } from './ground.ts';
import { type Group, must, NotTried, type Situation } from './situation.ts';

const CHECKOUT = join(import.meta.dirname, '../..');
const UNIT = join(CHECKOUT, 'docs/hosting/octavo.service');
const BOOT = join(import.meta.dirname, 'boot-unit.sh');
const READY_MS = 60_000;
const GONE_MS = 5_000;
/** What systemd calls "OK"; without any of the unit's restrictions it says 9.2. */
const MOST_EXPOSED = 2;

/** As upgrading.md has it, without another version in between. */
const GO_BACK = changed(
  blockIn('upgrading.md', 'sh', /restore/)
    .replaceAll(/^(git|cd|npm) .*$/gm, '')
    .replaceAll('sudo ', ''),
  [
    ['THE-BACKUP.zip', '*.zip'],
    ['octavo --restore', '/usr/local/bin/octavo --restore'],
  ],
);

/** The unit of the guide. */
export const systemd: Group = {
  name: 'systemd',
  needs: ['systemd-analyze', 'openssl'],
  within: (use) => onGround((ground) => use([reads, booted(ground)])),
};

const reads: Situation = {
  where: 'octavo.service',
  tried: 'systemd-analyze verify, and security --offline',
  needs: [],
  async run() {
    const verified = spawnSync('systemd-analyze', ['verify', UNIT], { encoding: 'utf8' });
    must(verified.status === 0 && verified.stderr === '', `verify: ${verified.stderr}`);
    const rated = spawnSync('systemd-analyze', ['security', '--offline=true', '--no-pager', UNIT], {
      encoding: 'utf8',
    });
    const level = Number(/exposure level for octavo\.service: ([\d.]+)/.exec(rated.stdout)?.[1]);
    must(level <= MOST_EXPOSED, `security rates its exposure at ${level}`);
    return `works; exposure ${level} of 10`;
  },
};

/** The unit under a systemd of its own; killed with everything in it. */
function booted(ground: Ground): Situation {
  return {
    where: 'octavo.service under systemd, with the bundled PostgreSQL and every restriction',
    tried:
      'start, restart, kill -9 of Octavo, a backup, stop, going back: it comes back, and stops clean',
    needs: [],
    async run() {
      const port = await freePort();
      const { inside, end } = await boot(ground, port);
      try {
        await ready(port, inside);
        inside('systemctl', 'restart', 'octavo');
        await ready(port, inside);
        const pid = inside('systemctl', 'show', 'octavo', '-p', 'MainPID', '--value').trim();
        inside('kill', '-9', pid);
        await ready(port, inside, pid);
        inside('/usr/local/bin/octavo', '--backup');
        inside('systemctl', 'stop', 'octavo');
        const ended = inside('systemctl', 'show', 'octavo', '-p', 'Result,ExecMainStatus');
        must(/Result=success/.test(ended) && /ExecMainStatus=0/.test(ended), ended);
        const log = inside('tail', '-n', '1', '/var/lib/octavo/postgres.log');
        must(log.includes('database system is shut down'), `its PostgreSQL says last: ${log}`);
        inside('/bin/sh', '-euc', GO_BACK);
        await ready(port, inside);
        return undefined;
      } finally {
        await end();
      }
    },
  };
}

async function boot({ folder }: Ground, port: number) {
  if (process.getuid?.() !== 0) throw new NotTried('only root can boot a systemd of its own');
  const settings = `APP_URL=https://circles.example.org\nTRUST_PROXY=1\nPORT=${port}\n`;
  const place = join(folder, 'boot');
  mkdirSync(place);
  const group = controlGroup();
  const script = [
    `echo $BASHPID > ${group}/cgroup.procs`,
    'exec unshare --mount --pid --fork --uts --ipc --cgroup --kill-child "$@"',
  ].join('; ');
  const args = [BOOT, place, CHECKOUT, UNIT, write(folder, 'octavo.env', settings, 0o600)];
  const child = spawn('/bin/bash', ['-c', script, 'boot', '/bin/bash', ...args, process.execPath], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const inside = (...command: string[]) => {
    must(child.exitCode === null, `systemd did not come up: ${said}`);
    const [init] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ');
    return execFileSync('nsenter', ['-t', init ?? '', '--all', '--root', '--wd', ...command], {
      encoding: 'utf8',
      timeout: READY_MS,
    });
  };
  const end = async () => {
    const gone = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await gone;
    await removed(group);
    rmdirSync(place);
  };
  return { inside, end };
}

/** A new one, so that its systemd holds nothing that is not its own. */
function controlGroup(): string {
  const unified = ['/sys/fs/cgroup/unified', '/sys/fs/cgroup'];
  const root = unified.find((path) => existsSync(join(path, 'cgroup.procs')));
  if (!root) throw new NotTried('there are no control groups (cgroup2) here');
  const group = join(root, `octavo-test-${process.pid}`);
  mkdirSync(group);
  return group;
}

/** Removes a control group; what was killed in it may take a moment to be gone. */
async function removed(group: string): Promise<void> {
  for (const until = Date.now() + GONE_MS; Date.now() < until; await pause(100)) {
    spawnSync('find', [group, '-depth', '-type', 'd', '-exec', 'rmdir', '{}', ';']);
    if (!existsSync(group)) return;
  }
}

/** Waits until it answers with its database, and is another process than `before`. */
async function ready(port: number, inside: (...command: string[]) => string, before = '') {
  for (const until = Date.now() + READY_MS; Date.now() < until; await pause(200)) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (!answer?.ok) continue;
    if (inside('systemctl', 'show', 'octavo', '-p', 'MainPID', '--value').trim() !== before) return;
  }
  throw new Error(
    `it is not ready: ${inside('journalctl', '-n', '8', '-o', 'cat', '-u', 'octavo')}`,
  );
}
