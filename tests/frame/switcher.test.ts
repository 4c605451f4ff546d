import { expect, test } from 'vitest';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { as } from '#tests/circles/visits.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { circlesIn, circlesWith } from './many-circles.ts';

const switcher = (body: string) => /<details[^>]*>.*?Circles.*?<\/details>/s.exec(body)?.[0] ?? '';

test('up to eight circles are on every page, in the order of joining', async () => {
  const noor = await person('Noor');
  const circles = await circlesWith(noor, 8);
  await archiveCircle(circles[2]?.host ?? expect.fail());
  const menu = switcher((await as(noor, '/cards')).body);
  expect(circlesIn(menu, circles)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(menu).not.toContain('All your circles');
});

test('of more, eight are, and the way to all: each is two links away', async () => {
  const noor = await person('Noor');
  const circles = await circlesWith(noor, 11);
  const own = await circleOf({ host: noor, name: 'Circle 12' });
  const all = [...circles, own];
  await archiveCircle(circles[1]?.host ?? expect.fail());
  // A page that offers no circle to choose from.
  const page = await as(await viewer(noor), '/shelf');
  const menu = switcher(page.body);
  // The one she runs first, the archived one among those that are not here.
  expect(circlesIn(menu, all)).toEqual([12, 1, 3, 4, 5, 6, 7, 8]);
  expect(menu).toMatch(/href="\/circles"[^>]*>All your circles</);
  const named = new Set(page.body.match(/tuesday-leads-[0-9a-f]{10}/g));
  expect(named.size, 'no page carries those it does not show').toBe(8);
  const { body } = await as(noor, '/circles');
  const content = body.slice(body.indexOf('<main'));
  expect(circlesIn(content, all).sort((a, b) => a - b)).toEqual(all.map((_, at) => at + 1));
});

test('the circle whose page it is always stands among them, and has its band', async () => {
  const noor = await person('Noor');
  const circles = await circlesWith(noor, 10);
  for (const [at, { slug }] of circles.entries()) {
    const { body } = await as(noor, `/circles/${slug}/people`);
    const shown = circlesIn(switcher(body), circles);
    expect(shown).toHaveLength(8);
    expect(shown).toContain(at + 1);
    expect(switcher(body)).toMatch(
      new RegExp(
        `href="/circles/${slug}"[^>]*aria-current="true"|aria-current="true"[^>]*href="/circles/${slug}"`,
      ),
    );
    expect(body).toMatch(new RegExp(`class="crumb"[^>]*>.*?Circle ${at + 1}</a>`, 's'));
    expect(body).toContain(`aria-label="Circle ${at + 1}"`);
  }
});

test('a visit within the document brings the face of the circle it leads to', async () => {
  const noor = await person('Noor');
  const circles = await circlesWith(noor, 10);
  const last = circles[9] ?? expect.fail();
  const { body } = await as(noor, `/circles/${last.slug}/people.data`);
  expect(body).toContain('"Circle 10"');
  expect(body).not.toContain('"Circle 9"');
});
