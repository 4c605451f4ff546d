import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { When } from '#app/time/when.tsx';
import { databaseAwayHtml } from '#app/ui/document/database-away.ts';
import { Cover } from '#app/ui/drawings/cover.tsx';
import { drawn, share } from '#app/ui/drawings/drawn.ts';
import { hueOf } from '#app/ui/drawings/person-mark.tsx';
import { Seats } from '#app/ui/drawings/seats.tsx';
import { typedAt } from '#app/ui/forms/form-context.ts';
import { Row } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

test.each([3, 5, 8, 12])('%i seats are as many leaves, and say so', (of) => {
  const svg = renderToStaticMarkup(<Seats taken={of - 1} of={of} />);
  expect(svg.match(/class="taken"/g)).toHaveLength(of - 1);
  expect(svg.match(/class="free"/g)).toHaveLength(1);
  expect(svg).toContain(`role="img" aria-label="${of - 1} of ${of} seats taken"`);
});

test('a cover is named by its whole title', () => {
  const html = renderToStaticMarkup(
    <Cover title="Accelerate: The Science of Lean Software" author="Nicole Forsgren, Jez Humble" />,
  );
  expect(html).toContain(
    'aria-label="Accelerate: The Science of Lean Software, by Nicole Forsgren, Jez Humble"',
  );
  expect(html).toContain('>Forsgren<');
});

test('a moment shows the other zone only where its clocks differ', () => {
  const at = '2026-12-01T17:30:00Z';
  const both = renderToStaticMarkup(
    <When at={at} zone="Europe/Lisbon" otherZone="Europe/Madrid" now={at} />,
  );
  expect(both).toContain('data-tip="Tuesday 1 December, 18:30 in Madrid"');
  expect(both).toContain('tabindex="0"');
  const one = renderToStaticMarkup(
    <When at={at} zone="Europe/Lisbon" otherZone="Europe/London" now={at} />,
  );
  expect(one).not.toContain('tabindex');
});

test('a relative moment is absolute until there is a clock', () => {
  const at = '2026-12-01T17:30:00Z';
  const still = renderToStaticMarkup(<When at={at} zone="UTC" style="relative" />);
  expect(still).toContain('>Tuesday 1 December, 17:30<');
  const timed = renderToStaticMarkup(
    <When at={at} zone="UTC" style="relative" now="2026-12-01T19:30:00Z" />,
  );
  expect(timed).toContain('>2 hours ago<');
  expect(timed).toContain('title="Tuesday 1 December, 17:30"');
});

test('a row tells what is new in words', () => {
  expect(renderToStaticMarkup(<Row title="A" new={3} />)).toContain('>3 new<');
  expect(renderToStaticMarkup(<Row title="A" new />)).toContain('>New<');
  expect(renderToStaticMarkup(<Row title="A" new={0} />)).not.toContain('new');
});

test('typed values are found by the name of their field', () => {
  const values = { name: 'A', agenda: [{ title: 'x' }, { title: 'y' }], 'a.b': 'flat' };
  expect(typedAt(values, 'name')).toBe('A');
  expect(typedAt(values, 'agenda[1].title')).toBe('y');
  expect(typedAt(values, 'a.b')).toBe('flat');
  expect(typedAt(values, 'agenda[7].title')).toBeUndefined();
  expect(typedAt(values, 'name.length.deep')).toBeUndefined();
});

test('titles carry the site’s name, also without data', () => {
  expect(titled('People')({ data: undefined, matches: [] })).toEqual([
    { title: 'People · Octavo' },
  ]);
  const byData = titled<{ name: string }>(({ name }) => name);
  expect(byData({ data: { name: 'Tuesday leads' }, matches: [] })).toEqual([
    { title: 'Tuesday leads · Octavo' },
  ]);
  expect(byData({ data: undefined, matches: [] })).toEqual([{ title: 'Octavo' }]);
});

test('the page of a missing database needs nothing and lets nothing in', () => {
  const html = databaseAwayHtml('/x"><script>');
  expect(html).not.toMatch(/<script|<link|src=|url\(| style=/);
  expect(html).toContain('href="/x&#34;&#62;&#60;script&#62;"');
});

test('every number a picture is drawn from has its classes', () => {
  const css = readFileSync('app/styles/app.css', 'utf8');
  const beyond = css.match(/tens-\{\{0\.\.10\},([\d,]+)\}/)?.[1]?.split(',') ?? [];
  const tens = [...Array.from({ length: 11 }, (_, ten) => String(ten)), ...beyond];
  const names = Array.from({ length: 300 }, (_, number) => `Person ${number}`);
  const numbers = [0, 0.4, 9.6, 55, 99.5, 100, ...names.map(hueOf)];
  for (const number of numbers) {
    const [, ten = '', one = ''] = drawn(number).match(/^tens-(\d+) ones-(\d)$/) ?? [];
    expect(tens).toContain(ten);
    expect(Number(ten) * 10 + Number(one)).toBe(Math.round(number));
  }
});

test('a share is shown unless it is nothing', () => {
  expect([share(0, 9), share(1, 900), share(1, 3), share(9, 9), share(10, 9), share(1, 0)]).toEqual(
    [0, 1, 33, 100, 100, 0],
  );
});
