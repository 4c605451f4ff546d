import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { as, textOf } from '#tests/circles/visits.ts';
import { threadBy } from '#tests/discussions/notes.ts';
import { day, readingIn } from '#tests/reading/planned.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { type CastCircle, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { circlesIn, circlesWith } from './many-circles.ts';

const MANY = 40;

/** Noor in forty circles: the later she joined, the sooner it meets. */
describe('home of somebody in many circles', () => {
  let noor: Viewer;
  let circles: CastCircle[];
  let sessions: number[];
  let body: string;
  let main: string;

  beforeAll(async () => {
    const who = await person('Noor');
    circles = await circlesWith(who, MANY);
    sessions = [];
    for (const [at, { host, id }] of circles.entries()) {
      const date = day(10 + MANY - at);
      sessions.push(await sessionIn(host, { date }, { now: new Date() }));
      await threadBy(host, { title: `What holds in circle ${at + 1}?` });
      if (at % 4 === 0) await readingIn(host);
      if (at % 4 === 1)
        await db.deleteFrom('agreement_consent').where('circle_id', '=', id).execute();
    }
    noor = await viewer(who);
    ({ body } = await as(noor, '/'));
    main = body.slice(body.indexOf('<main'), body.indexOf('</main>'));
  });

  const part = (heading: string) =>
    main.split('<section class="block">').find((one) => one.includes(`>${heading}</h2>`)) ?? '';
  const leadsTo = (html: string, path: (slug: string, at: number) => string) =>
    circles.flatMap(({ slug }, at) => (html.includes(`href="${path(slug, at)}"`) ? [at + 1] : []));
  const all = Array.from({ length: MANY }, (_, at) => at + 1);

  test('has the covers of the eight that meet first, and a line of each other', () => {
    const [shelf = '', lines = ''] = main.split('aria-label="Your other circles"');
    expect(shelf.split('circle-card"')).toHaveLength(9);
    expect(circlesIn(shelf, circles)).toEqual([40, 39, 38, 37, 36, 35, 34, 33]);
    const rest = lines.slice(0, lines.indexOf('</ul>'));
    expect(circlesIn(rest, circles)).toEqual(all.slice(0, 32).reverse());
    expect(textOf({ body: rest })).toMatch(/Circle 32 \d+ [A-Z][a-z]{2}/);
  });

  test('leads to everything that waits for her', () => {
    const session = (slug: string, at: number) => `/circles/${slug}/sessions/${sessions[at]}`;
    expect(leadsTo(main, session)).toEqual(all);
    const needs = part('Needs you');
    // The soonest is answered on its cover.
    expect(leadsTo(needs, session)).toEqual(all.slice(0, -1));
    expect(leadsTo(needs, (slug) => `/circles/${slug}/agreement`)).toEqual(
      all.filter((one) => one % 4 === 2),
    );
    expect(needs.match(/<summary>And 34 more/)).toHaveLength(1);
    expect(needs.match(/aria-label="Will you come\?"|<legend[^>]*>Will you come/g)).toHaveLength(5);
    expect(leadsTo(part('To read'), (slug) => `/circles/${slug}/reading`)).toEqual(
      all.filter((one) => one % 4 === 1),
    );
  });

  test('says where something is new, all of it in those where it is latest', () => {
    const news = part('New to you');
    for (const one of [40, 39, 38, 37, 36]) {
      expect(textOf({ body: news })).toContain(
        `Circle ${one} What holds in circle ${one}? 1 new Ines`,
      );
    }
    expect(news).toContain('In 35 more');
    expect(leadsTo(news, (slug) => `/circles/${slug}/threads`)).toEqual(all.slice(0, 35));
    expect(textOf({ body: news })).toContain('Circle 35 1 thread');
  });

  test('is no more than a page', () => {
    expect(Buffer.byteLength(body)).toBeLessThan(90_000);
  });
});
