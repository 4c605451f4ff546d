import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gateOf } from '#app/access/gate-makers.server.ts';
import type { Viewer } from '#app/access/proofs.ts';
import { forgetSiteSettings } from '#app/accounts/queries/site.server.ts';
import { keepApart } from '#app/mentoring/apart/commands/keep-apart.server.ts';
import { takeOff } from '#app/mentoring/apart/commands/take-off.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { pathOf } from '#tests/routes/paths.ts';
import { makeWorld } from '#tests/routes/world.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { viewer } from '#tests/support/cast.ts';
import { manifest } from '#tests/support/server-build.ts';
import { db } from '#tests/support/set-up.ts';

// What a page says of the time is the same all along.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  forgetSiteSettings();
});

const ADDRESS = 'a-manager-of-hers@example.org';

/** How the process runs, which is never the same twice. */
const FIGURES = /\/site\/state/;

/** What differs from one answer to the next whoever asks: keys of forms. */
const steady = (body: string) =>
  body.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'KEY');

const rowsOf = async (table: 'message' | 'inbox_item') =>
  (
    await acrossCircles(db, 'a test counts all of them')
      .selectFrom(table as 'message')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

test('whom somebody keeps apart changes nothing that anybody else is answered', async () => {
  const world = await makeWorld();
  const { member, facilitator, host, admin, blocked } = world.people;
  const noor = await viewer(member);
  const paths = Object.values(manifest).flatMap((route) => {
    const reads = route && gateOf(route.module.loader);
    if (!reads || route.id === 'root' || route.id === 'routes/not-found') return [];
    const path = pathOf(route.id, (name) => world.params[name] ?? '0');
    return [path];
  });
  const others: Viewer[] = [facilitator, host, admin, blocked];
  const cookies = await Promise.all(others.map(signInCookie));
  const walk = async () => {
    const seen: Record<string, string> = {};
    for (const [nth, cookie] of cookies.entries()) {
      for (const path of paths) {
        const { status, location, body } = await ask(path, { cookie });
        seen[`${others[nth]?.name} ${path}`] = steady(`${status} ${location} ${body}`);
      }
    }
    return seen;
  };
  // The first time something is marked as read.
  await walk();
  const before = await walk();
  const made = async () => [await rowsOf('message'), await rowsOf('inbox_item')];
  const told = await made();
  for (const { personId } of [facilitator, host, blocked]) {
    expect(await keepApart(noor, { personId, address: null })).toEqual({ ok: true });
  }
  for (const address of [ADDRESS, admin.email, facilitator.email]) {
    expect(await keepApart(noor, { personId: null, address })).toEqual({ ok: true });
  }
  const after = await walk();
  for (const path of Object.keys(after).filter((path) => !FIGURES.test(path))) {
    expect(after[path], path).toBe(before[path]);
  }
  expect(JSON.stringify(after)).not.toContain(ADDRESS);
  expect(await made()).toEqual(told);
  const { body } = await ask('/account/apart', { cookie: await signInCookie(noor) });
  for (const kept of [ADDRESS, facilitator.name, admin.email]) expect(body).toContain(kept);
}, 120_000);

test('who takes somebody off the list of another changes nothing', async () => {
  const world = await makeWorld();
  const { facilitator, admin, host } = world.people;
  for (const other of [facilitator, admin, host]) {
    expect(await takeOff(other, Number(world.params.apart))).toBeNull();
    const cookie = await signInCookie(other);
    for (const way of ['removal', 'return']) {
      const path = `/account/apart/${world.params.apart}/${way}`;
      const theirs = await ask(path, { cookie, form: {} });
      const nobodys = await ask(path.replace(/\d+/, '999999999'), { cookie, form: {} });
      expect([theirs.status, theirs.location]).toEqual([nobodys.status, nobodys.location]);
      expect(theirs.cookies).toEqual(nobodys.cookies);
    }
  }
});
