import { startCounting } from './asking.ts';
import type { Community } from './fill/community.ts';
import type { Figures } from './page-figures.ts';
import { climb, figuresOf, type Rung, ratio, ratioOfCpu } from './rungs.ts';
import type { Ground, Running } from './servers.ts';
import { settings } from './settings.ts';
import { type Posted, type Write, writesIn } from './writes.ts';

/** What people write, beside bare transactions of the same rows. */
export async function measureWrites(
  ground: Ground,
  { url, owner, community }: { url: string; owner: string; community: Community },
): Promise<Figures[]> {
  if (!settings.writes) return [];
  const { writes, reset, end } = await writesIn(owner, community);
  const wanted = writes.filter(({ name }) => settings.wants(name));
  if (wanted.length === 0) {
    await end();
    return [];
  }
  const ours = await ground.start('./octavo.ts', { DATABASE_URL: url });
  const bare = await ground.start('./bare/server.ts', { DATABASE_URL: url });
  const rung = (name: string, what: Rung['what'], server: Running, next: () => Posted): Rung => ({
    ...{ name, what, as: '', server, status: 303, prepare: reset },
    next() {
      const { path, cookie, form } = next();
      return { url: server.at(path), cookie, form };
    },
  });
  const rungs = wanted.flatMap((write: Write) => [
    rung(write.name, 'ours', ours, write.ours),
    rung(write.name, 'bare', bare, write.bare),
  ]);
  const measured = await climb(rungs, settings.pace, ground);

  const counting = await startCounting(ground, url);
  const figures: Figures[] = [];
  for (const { name, ours: next } of wanted) {
    const of = (what: Rung['what']) =>
      measured.find((one) => one.name === name && one.what === what);
    const mine = of('ours');
    if (!mine) continue;
    await reset();
    const { next: asked } = rung(name, 'ours', counting.server, next);
    const { sqlRoundTrips, sqlStatements } = await counting.counted(asked);
    figures.push({
      ...{ name, as: 'member', ...figuresOf(mine), sqlRoundTrips, statements: sqlStatements },
      ratioToBare: ratio(mine, of('bare')),
      cpuToBare: ratioOfCpu(mine, of('bare')),
    });
  }
  counting.end();
  await end();
  return figures;
}
