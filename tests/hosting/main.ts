import { parseArgs } from 'node:util';
import { realBrowser } from './browser.ts';
import { behindPgbouncer, ownPostgres } from './databases.ts';
import { clearAll } from './ground.ts';
import { image } from './image.ts';
import { mail } from './mail.ts';
import { install, missing } from './programs.ts';
import { prometheus } from './prometheus.ts';
import { proxies, withPort } from './proxies.ts';
import { type Group, NotTried, type Row, type Situation } from './situation.ts';
import { sizing } from './sizing.ts';
import { systemd } from './systemd.ts';
import { table, versions, writeTable } from './table.ts';

const GROUPS: readonly Group[] = [
  proxies,
  withPort,
  realBrowser,
  ownPostgres,
  behindPgbouncer,
  mail,
  prometheus,
  systemd,
  image,
];

const USAGE = `npm run test:hosting                  try every situation that the programs here allow
npm run test:hosting -- --install     first fetch the programs from Debian's packages (as root)
npm run test:hosting -- proxies       only the groups whose names hold one of these words
npm run test:hosting -- --write       put the table into docs/hosting/README.md, too
npm run test:hosting -- --sizing      measure memory and disk instead`;

const flag = { type: 'boolean' } as const;
const { values, positionals } = parseArgs({
  options: { install: flag, sizing: flag, write: flag, help: flag },
  allowPositionals: true,
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => clearAll().finally(() => process.exit(1)));
}

if (values.help) console.log(USAGE);
else if (values.sizing) await sizing();
else await tryAll();

async function tryAll(): Promise<void> {
  if (values.install) install();
  const rows: Row[] = [];
  const chosen = GROUPS.filter(
    ({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
  );
  for (const group of chosen) {
    console.log(`\n${group.name}`);
    rows.push(...(await tryGroup(group)));
  }
  console.log(`\n${table(rows)}\n\n${versions()}\n`);
  if (values.write) writeTable(rows);
  const failed = rows.filter(({ outcome }) => outcome === 'fails').length;
  const passed = rows.filter(({ outcome }) => outcome === 'works').length;
  const untried = rows.length - failed - passed;
  if (untried > 0) console.log(`${untried} not tried, for the reasons in the table.`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

async function tryGroup(group: Group): Promise<Row[]> {
  const rows: Row[] = [];
  const note = (row: Row) => {
    rows.push(row);
    const sign = { works: '✓', fails: '✗', 'not tried': '–' }[row.outcome];
    console.log(`  ${sign} ${row.where}: ${row.outcome === 'works' ? row.tried : row.words}`);
  };
  const why = missing(group.needs);
  if (why) note({ where: group.name, tried: '—', outcome: 'not tried', words: why });
  else {
    await group
      .within(async (situations) => {
        for (const situation of situations) note(await trySituation(situation));
      })
      .catch((error: Error) =>
        note({ where: group.name, tried: 'starting', outcome: 'fails', words: error.message }),
      );
  }
  return rows;
}

async function trySituation({ where, tried, needs, run }: Situation): Promise<Row> {
  const why = missing(needs);
  if (why) return { where, tried, outcome: 'not tried', words: why };
  try {
    return { where, tried, outcome: 'works', words: (await run()) ?? 'works' };
  } catch (error) {
    const outcome = error instanceof NotTried ? 'not tried' : 'fails';
    return { where, tried, outcome, words: (error as Error).message };
  }
}
