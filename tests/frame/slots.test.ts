import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { byRoom, partsInPlace } from '#app/frame/by-room.ts';
import type { CircleSlots, HomeSlots, Nav } from '#app/frame/slots.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';
import { strangers } from '#tests/support/vocabulary.mjs';

const home = byRoom(
  import.meta.glob<HomeSlots<never>>('/app/*/slots/home.tsx', { eager: true, import: 'slots' }),
);
const circle = byRoom(
  import.meta.glob<CircleSlots<never>>('/app/*/slots/circle.tsx', { eager: true, import: 'slots' }),
);
const navs = Object.values(
  import.meta.glob<Nav>('/app/*/slots/nav.ts', { eager: true, import: 'nav' }),
);
const loads = byRoom(import.meta.glob('/app/*/slots/{home,circle}.server.ts'));

const rooms = (parts: readonly { room: string; order: number }[]) =>
  parts.map(({ room, order }) => `${order} ${room}`);

describe('a place of the frame', () => {
  test.each([
    ['what needs one', partsInPlace(home, (of) => of.needs)],
    ['to read', partsInPlace(home, (of) => of.reading)],
    ['a card', partsInPlace(home, (of) => of.card)],
    ['waiting', partsInPlace(home, (of) => of.waiting)],
    ['a circle’s page', partsInPlace(circle, (of) => of.main)],
    ['beside it', partsInPlace(circle, (of) => of.side)],
    ['a circle’s band', navs.flatMap((nav) => nav.circle ?? [])],
    ['the top', navs.flatMap((nav) => nav.main ?? [])],
    ['the account menu', navs.flatMap((nav) => nav.account ?? [])],
  ])('%s is filled, and never by two at one step', (_, parts) => {
    const orders = parts.map(({ order }) => order);
    expect(orders.length).toBeGreaterThan(0);
    expect(new Set(orders).size).toBe(orders.length);
  });

  test('what needs one stands in the order of how long it can wait', () => {
    expect(rooms(partsInPlace(home, (of) => of.needs))).toEqual([
      '10 joining',
      '20 joining',
      '30 joining',
      '40 circles',
      '45 mentoring',
      '50 sessions',
      '55 polls',
      '60 choosing',
      '70 seasons',
      '90 site',
    ]);
  });

  test('whoever shows something has loaded it', () => {
    expect([...new Set([...Object.keys(home), ...Object.keys(circle)])].sort()).toEqual(
      Object.keys(loads).sort(),
    );
  });
});

test('a room has the slots that the frame looks for, and no others', () => {
  const root = temporaryFolder();
  const put = (file: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  };
  for (const file of ['home.tsx', 'home.server.ts', 'circle.tsx', 'circle.server.ts', 'nav.ts']) {
    put(`app/polls/slots/${file}`);
  }
  expect(strangers(root, ['polls'])).toEqual([]);
  const wrong = [
    'app/polls/slots/aside.tsx',
    'app/polls/slots/nav.tsx',
    'app/polls/slots.tsx',
    'app/polls/votes/slots/home.tsx',
  ];
  for (const file of wrong) put(file);
  const said = strangers(root, ['polls']);
  expect(said).toHaveLength(wrong.length);
  expect(said.join('\n')).toMatch(/slots\/aside\.tsx: slots\/ holds what the frame looks for/);
  expect(said.join('\n')).toMatch(/votes\/slots\/: it is looked for in rooms/);
});
