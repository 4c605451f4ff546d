import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './programs.ts';
import type { Row } from './situation.ts';

const README = join(import.meta.dirname, '../../docs/hosting/README.md');

/** The rows as a Markdown table. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ where, tried, outcome, words }) => [
    where,
    tried,
    outcome === 'works' ? words : `**${outcome}**: ${words}`,
  ]);
  return [['situation', 'tried', 'outcome'], ['---', '---', '---'], ...lines]
    .map((cells) => `| ${cells.map(inCell).join(' | ')} |`)
    .join('\n');
}

const inCell = (text: string) =>
  text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');

/** Puts the rows in the place that docs/hosting/README.md has for them. */
export function writeTable(rows: readonly Row[]): void {
  const place = /(?<=<!-- tried -->\n)[\s\S]*(?=<!-- \/tried -->)/;
  writeFileSync(
    README,
    readFileSync(README, 'utf8').replace(place, () => `${table(rows)}\n\n${versions()}.\n\n`),
  );
}

/** What it ran with. */
export function versions(): string {
  const os = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  const all = [
    ['nginx', '-v'],
    ['caddy', 'version'],
    ['haproxy', '-v'],
    ['pgbouncer', '--version'],
    ['postgres', '--version'],
    ['prometheus', '--version'],
  ].flatMap(([name = '', flag = '']) => {
    const path = program(name);
    const version = path && /\d+\.\d+(\.\d+)?/.exec(printed(path, flag))?.[0];
    return version ? [`${name === 'postgres' ? 'PostgreSQL' : name} ${version}`] : [];
  });
  return [os ?? process.platform, `Node ${process.versions.node}`, ...all].join(', ');
}

/** nginx prints its version to stderr. */
function printed(path: string, flag: string): string {
  return execFileSync('/bin/sh', ['-c', '"$0" "$1" 2>&1', path, flag], { encoding: 'utf8' });
}
