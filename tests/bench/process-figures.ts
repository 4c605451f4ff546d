import type { Community } from './fill/community.ts';
import type { Figures } from './page-figures.ts';
import { pagesOf } from './pages/all.ts';
import { climb, figuresOf, type Rung, ratio } from './rungs.ts';
import type { Ground } from './servers.ts';
import { settings } from './settings.ts';

/** What two web processes behind a proxy answer for what one behind the same answers. */
export async function measureProcesses(
  ground: Ground,
  { url, community }: { url: string; community: Community },
): Promise<Figures[]> {
  const start = () => ground.start('./octavo.ts', { DATABASE_URL: url });
  const [first, second] = [await start(), await start()];
  const behind = (...servers: (typeof first)[]) =>
    ground.start('./proxy.ts', { TARGETS: servers.map((server) => server.at('/')).join(' ') });
  const one = await behind(first);
  const two = await behind(first, second);
  const pages = pagesOf(community).filter(({ name }) => settings.wants(name));
  const cookie = community.cookieOf(community.people.member);
  const rung = (name: string, path: string, what: Rung['what'], server: typeof one): Rung => {
    const asked = { url: server.at(path), cookie };
    return { name, what, as: 'member', server, next: () => asked, status: 200 };
  };
  const measured = await climb(
    pages.flatMap(({ name, path }) => [rung(name, path, 'one', one), rung(name, path, 'two', two)]),
    settings.pace,
    ground,
  );
  return pages.flatMap(({ name }) => {
    const of = (what: Rung['what']) =>
      measured.find((got) => got.name === name && got.what === what);
    const [alone, both] = [of('one'), of('two')];
    if (!alone || !both) return [];
    return {
      ...{ name, as: 'member', rps: figuresOf(alone).rps, rpsOfTwo: figuresOf(both).rps },
      ...{ p95: figuresOf(alone).p95, p95OfTwo: figuresOf(both).p95 },
      twoToOne: ratio(both, alone),
    };
  });
}
