import { beforeAll, describe, expect, test } from 'vitest';
import { type Gate, gateOf } from '#app/access/gate-makers.server.ts';
import { turnSeasons } from '#app/seasons/commands/turn-seasons.server.ts';
import { dayAndTime } from '#app/time/words.ts';
import { ask } from '#tests/support/ask.ts';
import { circleOf, member, person } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { manifest } from '#tests/support/server-build.ts';
import { db } from '#tests/support/set-up.ts';
import { sessionIn } from '../sessions/support.ts';
import { pathOf } from './paths.ts';
import { makeWorld, type Who } from './world.ts';

const NOWHERE = 'Mars/Olympus_Mons';

const reader: Record<Gate, Who> = {
  public: 'visitor',
  viewer: 'member',
  admin: 'admin',
  member: 'member',
  facilitator: 'facilitator',
  host: 'host',
  scribe: 'facilitator',
  runner: 'facilitator',
  asker: 'member',
  'ask-reader': 'facilitator',
  partner: 'member',
};

let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  world = await makeWorld();
  // A name that a newer browser, or a newer server, knew.
  for (const table of ['person', 'circle', 'session', 'book_choice', 'wrap'] as const) {
    await db.updateTable(table).set({ time_zone: NOWHERE }).execute();
  }
});

const pages = Object.values(manifest).flatMap((route) => {
  const gate = route && gateOf(route.module.loader);
  return route && gate && route.id !== 'root' ? [{ id: route.id, gate }] : [];
});

describe('where nobody’s zone is known', () => {
  test.each(pages)('$id is shown', async ({ id, gate }) => {
    const path = pathOf(id, (name) => {
      if (name === 'person' && id.startsWith('routes/site/')) return world.bystander;
      if (name === 'reading' && id.includes('/wrap/')) return world.wrapped;
      return world.params[name];
    });
    const answer = await ask(path, { cookie: await world.cookieOf(reader[gate]) });
    expect(answer.status, path).toBeLessThan(500);
    expect(answer.body).not.toContain('Something broke');
  });

  test('mail is sent, in UTC and calling it so', async () => {
    const noor = await person('Noor', { timeZone: NOWHERE });
    const circle = await circleOf({ timeZone: 'Europe/Madrid', members: [noor] });
    await sessionIn(circle.host);
    const [mail] = await mailTo(noor.email);
    expect(mail?.text).toContain('17:30 (UTC); 18:30 in Madrid');
  });

  test('the seasons of the other circles turn', async () => {
    await expect(turnSeasons()).resolves.toBeUndefined();
  });

  test('one such member breaks no page of the others', async () => {
    const noor = await person('Noor', { timeZone: NOWHERE });
    const circle = await circleOf({ members: [noor] });
    expect((await member(noor, circle.slug)).viewer.timeZone).toBe(NOWHERE);
    expect(dayAndTime('2026-12-01T17:30:00Z', NOWHERE)).toContain('17:30');
  });
});
