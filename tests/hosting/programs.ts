import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Where Debian's packages put the programs that the guides speak of. */
const PLACES: Record<string, { package: string; paths: string[] }> = {
  nginx: { package: 'nginx-light', paths: ['/usr/sbin/nginx'] },
  caddy: { package: 'caddy', paths: ['/usr/bin/caddy'] },
  haproxy: { package: 'haproxy', paths: ['/usr/sbin/haproxy'] },
  pgbouncer: { package: 'pgbouncer', paths: ['/usr/sbin/pgbouncer'] },
  postgres: { package: 'postgresql-15', paths: ['/usr/lib/postgresql/15/bin/postgres'] },
  aiosmtpd: { package: 'python3-aiosmtpd', paths: ['/usr/bin/aiosmtpd'] },
  prometheus: { package: 'prometheus', paths: ['/usr/bin/prometheus'] },
  promtool: { package: 'prometheus', paths: ['/usr/bin/promtool'] },
  openssl: { package: 'openssl', paths: ['/usr/bin/openssl'] },
  'docker-compose': { package: 'docker-compose', paths: ['/usr/bin/docker-compose'] },
  'systemd-analyze': { package: 'systemd', paths: ['/usr/bin/systemd-analyze'] },
};

/** The path of a program of the guides; undefined when it is not installed. */
export function program(name: string): string | undefined {
  return PLACES[name]?.paths.find((path) => existsSync(path));
}

/** Which of these are not installed, and how to get them; null when all are there. */
export function missing(names: readonly string[]): string | null {
  const wanted = names.filter((name) => !program(name));
  if (wanted.length === 0) return null;
  const packages = wanted.map((name) => PLACES[name]?.package ?? name);
  return `needs ${wanted.join(', ')}: apt-get install ${packages.join(' ')}`;
}

/** Fetches every program that is missing from Debian's packages. @throws with apt's last words */
export function install(): void {
  const packages = Object.entries(PLACES).flatMap(([name, { package: from }]) =>
    program(name) ? [] : [from],
  );
  if (packages.length === 0) return;
  if (!isDebian() || process.getuid?.() !== 0) {
    throw new Error('--install works as root on Debian only.');
  }
  console.log(`Installing ${packages.join(' ')} …`);
  apt('update');
  // Nothing that a package brings may start by itself: the machine is not ours alone.
  apt('install', '--yes', '--no-install-recommends', ...packages);
}

function apt(...args: string[]): void {
  const { status, stderr } = spawnSync('apt-get', args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  });
  if (status !== 0) throw new Error(`apt-get ${args[0]} failed: ${stderr.trim().slice(-300)}`);
}

function isDebian(): boolean {
  return (
    existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}
