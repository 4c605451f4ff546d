import { writeFileSync } from 'node:fs';
import { endWithStarter } from '#tests/support/end-with-us.ts';
import { measuredImport } from './import-run.ts';
import { type Figures, measurePages } from './page-figures.ts';
import { startGround } from './servers.ts';
import { settings } from './settings.ts';
import { measureWrites } from './write-figures.ts';

endWithStarter();
const ground = await startGround();
try {
  if (settings.import) report({ import: await measuredImport(ground) });
  else await main();
} finally {
  await ground.end();
}
process.exit(0);

async function main(): Promise<void> {
  const { url, owner, community } = await ground.community(settings.size);
  const { pages, weights } = await measurePages(ground, { url, community });
  const writes = await measureWrites(ground, { url, owner, community });
  if (pages.length > 0) tabled(pages);
  if (writes.length > 0) tabled(writes);
  if (weights) console.table(weights);
  report({ ...settings.size, pages, writes, weights });
}

/** A row each, by its name and who asked. */
function tabled(rows: Figures[]): void {
  console.table(
    Object.fromEntries(rows.map(({ name, as, ...figures }) => [[name, as].join(' · '), figures])),
  );
}

function report(result: object): void {
  if (settings.json) writeFileSync(settings.json, `${JSON.stringify(result, null, 2)}\n`);
}
