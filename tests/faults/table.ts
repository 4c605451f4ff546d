import { execFileSync } from 'node:child_process';
import { cpus, tmpdir, totalmem } from 'node:os';
import { usableBinaries } from '#db/bundled-postgres/binaries.ts';
import { type Fault, type Outcome, stood } from '#tests/faults/fault.ts';

/** A fault with what came of it, or with why it could not be tried. */
export interface Row {
  fault: Pick<Fault, 'name' | 'words'>;
  outcome: Outcome | { untried: string };
}

/** The rows as a Markdown table, and below it everything that is not as it should be. */
export function table(rows: readonly Row[]): string {
  const head = ['fault', 'tries', 'acknowledged', 'lost', 'doubled', 'back after'];
  const lines = [head, ['---', '--:', '--:', '--:', '--:', '---'], ...rows.map(cells)];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cells({ fault, outcome }: Row): string[] {
  if ('untried' in outcome) {
    return [fault.words, '—', '—', '—', '—', `could not be tried here: ${outcome.untried}`];
  }
  const { tries, acknowledged, lost, doubled, back } = outcome;
  const counts = [tries, acknowledged, lost.length, doubled.length].map((n) =>
    n.toLocaleString('en'),
  );
  return [fault.words, ...counts, backWords(back)];
}

/** The middle one and the worst. */
function backWords(back: number[]): string {
  const sorted = back.toSorted((a, b) => a - b);
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) return '—';
  return `${seconds(middle)}, at most ${seconds(sorted.at(-1) ?? middle)}`;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(ms < 100 ? 2 : 1)} s`;

/** One line each for what went wrong, with the first examples; none when the product stood it. */
export function complaints({ fault, outcome }: Row): string[] {
  if ('untried' in outcome || stood(outcome)) return [];
  const examples = (what: string, list: string[]) =>
    list.length > 0 ? [`${list.length} ${what}: ${list.slice(0, 3).join('; ')}`] : [];
  const all = [
    ...examples('lost', outcome.lost),
    ...examples('doubled', outcome.doubled),
    ...outcome.wrong,
  ];
  return all.map((line) => `✗ ${fault.name}: ${line.trim().replace(/\s*\n\s*/g, ' ⏎ ')}`);
}

/** What it ran on. */
export function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const { postgres } = usableBinaries(undefined, tmpdir());
  const version = execFileSync(postgres, ['--version'], { encoding: 'utf8' });
  return [
    `${cpus().length} × ${cpu?.model.trim() || process.arch}, ${memory} GiB, ${process.platform}`,
    `PostgreSQL ${version.trim().split(' ').at(-1)}`,
    `Node ${process.versions.node}`,
  ].join('; ');
}
