import { beforeAll, describe, expect, test } from 'vitest';
import { gateOf } from '#app/access/gate-makers.server.ts';
import { asHost, memberOf } from '#app/access/membership.server.ts';
import { setRound } from '#app/sessions/agenda/commands/set-round.server.ts';
import { jobs } from '#app/sessions/jobs.server.ts';
import { pathOf, variants } from '#tests/routes/paths.ts';
import { makeWorld, type Who } from '#tests/routes/world.ts';
import { ask } from '#tests/support/ask.ts';
import { viewer } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { manifest } from '#tests/support/server-build.ts';
import { db } from '#tests/support/set-up.ts';
import { writtenBy } from './round.ts';

/** What the member wrote for the round. It stands in no page and no mail of anybody else's. */
const DRAFT = 'gamboge-canary';

let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  world = await makeWorld();
  const as = async (who: 'host' | 'member') => {
    const now = await viewer(world.people[who]);
    return memberOf(now, String(world.params.circle)) ?? expect.fail();
  };
  const sessionId = Number(world.params.session);
  const host = asHost(await as('host')) ?? expect.fail();
  expect(await setRound(host, sessionId)).toEqual({ ok: true });
  await writtenBy(await as('member'), sessionId, DRAFT, new Date());
});

const pages = Object.values(manifest).flatMap((route) =>
  route && gateOf(route.module.loader) && route.id !== 'root' ? [route.id] : [],
);
const others: Who[] = ['host', 'facilitator', 'blocked', 'stranger', 'admin'];
/** All routes one after the other, on a machine that has more to do. */
const LONG = 150_000;

/** What all pages answer to somebody, those that nobody but they themselves see too. */
async function pagesOf(who: Who) {
  const cookie = await world.cookieOf(who);
  const found: string[] = [];
  for (const id of pages) {
    // What all its loaders answer is in its data.
    const [page = '', data = ''] = variants(
      id,
      pathOf(id, (name) => world.params[name] ?? 0),
    );
    const { body } = await ask(data, { cookie });
    if (body.includes(DRAFT)) found.push(page);
  }
  return found;
}

test(
  'what somebody wrote for a round stands on their own page of it',
  async () => {
    const path = `/circles/${world.params.circle}/sessions/${world.params.session}/asks`;
    expect(await pagesOf('member')).toContain(path);
  },
  LONG,
);

test.each(others)(
  'to a %s no page says it',
  async (who) => {
    expect(await pagesOf(who)).toEqual([]);
  },
  LONG,
);

describe('no mail says it', () => {
  test.each(['host', 'facilitator', 'blocked'] as const)('to the %s', async (who) => {
    const { starts_at } = await db
      .selectFrom('session')
      .select('starts_at')
      .where('id', '=', Number(world.params.session))
      .executeTakeFirstOrThrow();
    const startsAt = starts_at.toISOString();
    await jobs['remind-of-session']({
      sessionId: Number(world.params.session),
      startsAt,
      lead: 2880,
    });
    const mails = await mailTo(world.people[who].email);
    expect(mails.some(({ text }) => text.includes('bring one ask'))).toBe(true);
    expect(JSON.stringify(mails)).not.toContain(DRAFT);
  });
});
