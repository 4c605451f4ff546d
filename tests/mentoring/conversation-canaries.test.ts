import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { gateOf } from '#app/access/gate-makers.server.ts';
import { asHost, memberOf } from '#app/access/membership.server.ts';
import type { Partner, Viewer } from '#app/access/proofs.ts';
import { forgetSiteSettings } from '#app/accounts/queries/site.server.ts';
import { handOverCircle } from '#app/circles/commands/members.server.ts';
import { blockPerson } from '#app/mentoring/conversations/commands/block-person.server.ts';
import { endConversation } from '#app/mentoring/conversations/commands/end-conversation.server.ts';
import { sayOutcome } from '#app/mentoring/conversations/commands/say-outcome.server.ts';
import { thank } from '#app/mentoring/conversations/commands/thank.server.ts';
import { visitConversation } from '#app/mentoring/conversations/commands/visit-conversation.server.ts';
import { setMeeting } from '#app/mentoring/meetings/commands/set-meeting.server.ts';
import { handOver } from '#app/mentoring/reports/commands/hand-over.server.ts';
import { log } from '#app/platform/log.server.ts';
import { pathOf, variants } from '#tests/routes/paths.ts';
import { makeWorld, type Who } from '#tests/routes/world.ts';
import { ask } from '#tests/support/ask.ts';
import { viewer } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { manifest } from '#tests/support/server-build.ts';
import { db } from '#tests/support/set-up.ts';
import { lineBy, partnerIn } from './talk.ts';

/** In everything that two say to each other. */
const SAID = 'ochre-canary';

const pages = Object.values(manifest).flatMap((route) => {
  const reads = route && gateOf(route.module.loader);
  return reads && route.id !== 'root' && route.id !== 'routes/not-found' ? [route.id] : [];
});
/** What looks for words. */
const SEARCHES = ['/site/people?search=ochre', '/inbox?before=9999999999999-1-note:1'];

let world: Awaited<ReturnType<typeof makeWorld>>;
let asker: Partner;
let helper: Partner;
let reports: { host: number; admin: number };
const logged: unknown[] = [];

beforeAll(async () => {
  for (const level of ['info', 'warn', 'error'] as const) {
    vi.spyOn(log, level).mockImplementation((...said: unknown[]) => void logged.push(said));
  }
  world = await makeWorld();
  const { member, facilitator, host, admin } = world.people;
  const id = Number(world.params.conversation);
  asker = await partnerIn(member, id);
  helper = await partnerIn(facilitator, id);
  await lineBy(asker, `${SAID} in a note`);
  const line = await lineBy(helper, `${SAID} in an answer`);
  const met = await setMeeting(asker, {
    ...{ date: '2098-12-01', time: '13:00', zone: 'Europe/Lisbon', choice: undefined },
    ...{ minutes: 30, place: `https://${SAID}.example`, submissionKey: randomUUID() },
  });
  await visitConversation(asker, { kind: 'landing' });
  const { circleId } = await db
    .selectFrom('circle')
    .select('id as circleId')
    .where('slug', '=', String(world.params.circle))
    .executeTakeFirstOrThrow();
  const handed = async (to: { circleId: number | null; personId: number }) => {
    const made = await handOver(asker, {
      ...{ to, words: `${SAID} in a report`, submissionKey: randomUUID() },
      notes: [{ id: line, version: 1 }],
    });
    return made.ok ? made.reportId : expect.fail(made.reason);
  };
  reports = {
    host: await handed({ circleId, personId: host.personId }),
    admin: await handed({ circleId: null, personId: admin.personId }),
  };
  await endConversation(helper);
  await thank(asker, { body: `${SAID} in thanks`, version: 0 });
  // One wishes to share it, and the other does not.
  for (const [who, share] of [
    [asker, true],
    [helper, false],
  ] as const) {
    const said = await sayOutcome(who, {
      helped: 'yes',
      did: `${SAID} came of it`,
      share,
      version: 0,
    });
    expect(said).toEqual({ ok: true });
  }
  expect(met).toMatchObject({ ok: true });
});
afterAll(() => {
  vi.restoreAllMocks();
  forgetSiteSettings();
});

/** Everything that somebody is answered, with this for the report. */
async function answersTo(who: Who, report: number): Promise<string> {
  const cookie = await world.cookieOf(who);
  const paths = pages.flatMap((id) => {
    const given = (name: string) => (name === 'report' ? report : (world.params[name] ?? '0'));
    const [page, payload] = variants(id, pathOf(id, given));
    return [page, payload].filter((path) => path !== undefined);
  });
  let all = '';
  for (const path of [...paths, ...SEARCHES]) {
    const { status, location, body } = await ask(path, { cookie });
    if (`${location} ${body}`.includes(SAID)) all += `\n${path} answers ${status} with it`;
  }
  return all;
}

test('what two say, where they meet and what came of it is answered to the two', async () => {
  for (const who of ['member', 'facilitator'] as const) {
    const path = `/conversations/${world.params.conversation}`;
    const { body } = await ask(path, { cookie: await world.cookieOf(who) });
    for (const part of ['in a note', 'in an answer', 'in thanks', 'came of it']) {
      expect(body, who).toContain(`${SAID} ${part}`);
    }
  }
});

test.each(['former', 'blocked', 'admin', 'host'] as const)(
  'to a %s it is nowhere, but in what was handed over to them',
  async (who) => {
    const theirs = who === 'host' || who === 'admin' ? reports[who] : null;
    const other = who === 'host' ? reports.admin : reports.host;
    expect(await answersTo(who, other)).toBe('');
    if (theirs === null) return;
    const { body } = await ask(`/reports/${theirs}`, { cookie: await world.cookieOf(who) });
    expect(body).toContain(`${SAID} in a report`);
    expect(body).toContain(`${SAID} in an answer`);
    expect(body).not.toContain(`${SAID} in a note`);
  },
  60_000,
);

test('who is host or admin no more reads nothing of it, nor does who is blocked', async () => {
  const { host, admin } = world.people;
  const now = memberOf(await viewer(host), String(world.params.circle));
  const ines = (now && asHost(now)) ?? expect.fail('Ines hosts it');
  expect(await handOverCircle(ines, world.people.blocked.personId)).toMatchObject({ ok: true });
  await db.deleteFrom('site_admin').where('person_id', '=', admin.personId).execute();
  expect(await answersTo('host', reports.host)).toBe('');
  expect(await answersTo('admin', reports.admin)).toBe('');
  await blockPerson(asker);
  expect(await answersTo('facilitator', reports.host)).toBe('');
}, 120_000);

test('no mail carries it, but where they meet to the two; no line of the log does', async () => {
  const told = Object.values(world.people) as Viewer[];
  for (const { email, personId } of told) {
    const words = (await mailTo(email)).map(({ subject, text }) => `${subject} ${text}`).join('\n');
    const isOneOfThem = personId === asker.personId || personId === helper.personId;
    const carried = isOneOfThem ? words.replaceAll(`${SAID}.example`, '') : words;
    expect(carried, email).not.toContain(SAID);
  }
  expect(JSON.stringify(logged)).not.toContain(SAID);
});
