import { startCounting } from './asking.ts';
import type { BarePage } from './bare/server.ts';
import type { Community } from './fill/community.ts';
import { pagesOf } from './pages/all.ts';
import { climb, figuresOf, type Measured, type Rung, ratio } from './rungs.ts';
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

const HTML = 'html';
const REACT = 'bare react';
const LARGE = 'large';

/** The pages of Octavo as a member and as somebody in many circles, between bare servers of the same. */
export async function measurePages(
  ground: Ground,
  { url, community }: { url: string; community: Community },
) {
  const ours = await ground.start('./octavo.ts', { DATABASE_URL: url });
  const visits = visitsIn(community, ours);
  const bare = await ground.start('./bare/server.ts', {
    DATABASE_URL: url,
    PAGES: JSON.stringify(visits.map((visit) => visit.bare)),
  });
  const rungs = visits.flatMap((visit) => rungsOf(visit, ours, bare));
  rungs.push(...(await besides(ground)));
  const measured = await climb(rungs, settings.pace);
  const of = ({ name, as }: Visit, what: string) =>
    measured.find((rung) => rung.name === [name, what].join(' ').trim() && rung.as === as);

  const counting = await startCounting(ground, url);
  const pages: Figures[] = [];
  for (const visit of visits) {
    const rung = of(visit, '');
    if (!rung) continue;
    const asked = { url: counting.server.at(visit.path), cookie: visit.cookie };
    const large = of(visit, LARGE);
    pages.push({
      name: visit.name,
      as: visit.as,
      ...figuresOf(rung),
      ...(await counting.counted(() => asked)),
      ratioToReact: ratio(rung, of(visit, REACT)),
      ratioToBare: ratio(rung, of(visit, HTML)),
      ...(large && { ratioToSmall: ratio(rung, large) }),
      bytes: (await bodyOf(rung)).length,
    });
  }
  counting.end();
  const first = of(visits[0] as Visit, '') as Measured;
  return { pages, weights: weightsOf(await bodyOf(first)) };
}

async function bodyOf(rung: Rung): Promise<string> {
  const { url, cookie } = rung.next();
  return (await fetch(url, { headers: { cookie } })).text();
}

function visitsIn(community: Community, ours: Running): Visit[] {
  const visit = (page: ReturnType<typeof pagesOf>[number], as: string, person: number | null) => {
    const cookie = person === null ? '' : community.cookieOf(person);
    const path = `/${page.name.replaceAll(' ', '-')}/${as}`;
    const from = { url: ours.at(page.path), cookie };
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

function rungsOf(
  { name, as, path, cookie, bare: { path: barePath } }: Visit,
  ours: Running,
  bare: Running,
): Rung[] {
  const rung = (what: string, server: Running, at: string): Rung => {
    const asked = { url: server.at(at), cookie };
    return { name: [name, what].join(' ').trim(), as, server, next: () => asked, status: 200 };
  };
  return [
    rung('', ours, path),
    rung(REACT, bare, barePath),
    ...(name === 'thread' ? [rung(HTML, bare, `${barePath}?html`)] : []),
  ];
}

/** The same pages in another community, when one is asked for. */
async function besides(ground: Ground): Promise<Rung[]> {
  const { beside } = settings;
  if (!beside) return [];
  const { url, community } = await ground.community(beside.size);
  const server = await ground.start('./octavo.ts', { DATABASE_URL: url });
  return visitsIn(community, server)
    .filter(({ name, as }) => beside.wants(name) && as !== 'visitor')
    .map(({ name, as, path, cookie }) => {
      const asked = { url: server.at(path), cookie };
      return { name: `${name} ${LARGE}`, as, server, next: () => asked, status: 200 };
    });
}
