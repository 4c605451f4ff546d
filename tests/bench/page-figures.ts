import { startCounting } from './asking.ts';
import type { BarePage } from './bare/server.ts';
import type { Community } from './fill/community.ts';
import { pagesOf } from './pages/all.ts';
import type { Page } from './pages/page.ts';
import { climb, figuresOf, type Rung, ratio, ratioOfCpu } from './rungs.ts';
import type { Ground, Running } from './servers.ts';
import { settings } from './settings.ts';
import { weightsOf } from './weights.ts';

export type Figures = { name: string; as: string } & Record<string, string | number | null>;

/** A page as one person asks for it, in the order in which they are measured. */
interface Visit {
  name: string;
  as: string;
  path: string;
  cookie: string;
  bare: BarePage;
}

/** Where pages are asked for. */
interface Place {
  server: Running;
  community: Community;
}

/** The pages of Octavo as a member and as somebody in many circles, between bare servers of the same. */
export async function measurePages(
  ground: Ground,
  { url, community }: { url: string; community: Community },
) {
  const ours = { server: await ground.start('./octavo.ts', { DATABASE_URL: url }), community };
  const visits = visitsIn(ours);
  const bare = await ground.start('./bare/server.ts', {
    DATABASE_URL: url,
    PAGES: JSON.stringify(visits.map((visit) => visit.bare)),
  });
  const large = await besides(ground);
  const rungs = visits.flatMap((visit) => [
    rung(visit, 'ours', ours.server, visit.path),
    ...large.filter((other) => isSame(other, visit)),
    rung(visit, 'react', bare, visit.bare.path),
    ...(visit.name === 'thread' ? [rung(visit, 'html', bare, `${visit.bare.path}?html`)] : []),
  ]);
  const measured = await climb(rungs, settings.pace, ground);

  const counting = await startCounting(ground, url);
  const pages: Figures[] = [];
  for (const visit of visits) {
    const of = (what: Rung['what']) =>
      measured.find((one) => isSame(one, visit) && one.what === what);
    const mine = of('ours');
    if (!mine) continue;
    const asked = { url: counting.server.at(visit.path), cookie: visit.cookie };
    pages.push({
      ...{ name: visit.name, as: visit.as, ...figuresOf(mine) },
      ...(await counting.counted(() => asked)),
      ratioToReact: ratio(mine, of('react')),
      cpuToReact: ratioOfCpu(mine, of('react')),
      ...(of('html') && { ratioToBare: ratio(mine, of('html')) }),
      // How many times as long, and as much work, in the large community.
      ...(of('large') && {
        largeToSmall: ratio(mine, of('large')),
        cpuLargeToSmall: ratioOfCpu(mine, of('large')),
      }),
      bytes: (await bodyOf(mine)).length,
    });
  }
  counting.end();
  return { pages, weights: visits[0] && weightsOf(await bodyOf(rungs[0] as Rung)) };
}

async function bodyOf(one: Rung): Promise<string> {
  const { url, cookie } = one.next();
  return (await fetch(url, { headers: { cookie } })).text();
}

function visitsIn({ server, community }: Place): Visit[] {
  const visit = (page: Page, as: string, person: number | null) => {
    const cookie = person === null ? '' : community.cookieOf(person);
    const path = `/${page.name.replaceAll(' ', '-')}/${as}`;
    const from = { url: server.at(page.path), cookie };
    return {
      ...{ name: page.name, as, path: page.path, cookie },
      bare: { path, from, content: page.content(person ?? 0) },
    };
  };
  const signIn = { name: 'sign-in', path: '/sign-in', content: () => [] };
  const wanted = pagesOf(community).filter(({ name }) => settings.wants(name));
  return [
    ...(settings.wants('sign-in') ? [visit(signIn, 'visitor', null)] : []),
    ...Object.entries(community.people).flatMap(([as, person]) =>
      wanted.map((page) => visit(page, as, person)),
    ),
  ];
}

const isSame = (one: { name: string; as: string }, other: { name: string; as: string }) =>
  one.name === other.name && one.as === other.as;

function rung(
  { name, as, cookie }: Visit,
  what: Rung['what'],
  server: Running,
  path: string,
): Rung {
  const asked = { url: server.at(path), cookie };
  return { name, what, as, server, next: () => asked, status: 200 };
}

/** The same pages in another community, when one is asked for. */
async function besides(ground: Ground): Promise<Rung[]> {
  const { beside } = settings;
  if (!beside) return [];
  const { url, community } = await ground.community(beside.size);
  const server = await ground.start('./octavo.ts', { DATABASE_URL: url });
  return visitsIn({ server, community })
    .filter(({ name, as }) => beside.wants(name) && as !== 'visitor')
    .map((visit) => rung(visit, 'large', server, visit.path));
}
