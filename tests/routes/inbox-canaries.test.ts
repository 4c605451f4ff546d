import { beforeAll, describe, expect, test } from 'vitest';
import { asHost, memberOf } from '#app/access/membership.server.ts';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { leaveCircle, removeMember } from '#app/circles/commands/members.server.ts';
import { followThread } from '#app/notifications/hearing/commands/follow-thread.server.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { greet, letPeopleGreet } from '#tests/notifications/between.tsx';
import { ask } from '#tests/support/ask.ts';
import { person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { CANARY, everyone, makeWorld, type Who } from './world.ts';

const SECRET = 'vermilion-canary';
const INBOX = ['/inbox', '/inbox.data', '/inbox?before=9999999999999-1-note:1', '/inbox/count'];
const members: Who[] = ['member', 'blocked', 'facilitator', 'host'];

letPeopleGreet();

let world: Awaited<ReturnType<typeof makeWorld>>;
let threadId: number;

const as = async (who: Who) => {
  const now = await viewer(world.people[who as 'member']);
  return memberOf(now, String(world.params.circle)) ?? expect.fail(`${who} is no member`);
};
const host = async () => asHost(await as('host')) ?? expect.fail();

/** Everything that somebody's inbox answers. */
async function inboxOf(who: Who): Promise<string> {
  const answers: string[] = [];
  for (const path of INBOX) {
    const { status, body, location } = await ask(path, { cookie: await world.cookieOf(who) });
    answers.push(`${path} ${status} ${location} ${body}`);
  }
  return answers.join('\n');
}

beforeAll(async () => {
  world = await makeWorld();
  const { personId } = await person('Amara');
  const { circleId } = await as('host');
  await db
    .insertInto('membership')
    .values({ circle_id: circleId, person_id: personId, role: 'member' })
    .execute();
  const writer = memberOf(await viewer(personId), String(world.params.circle)) ?? expect.fail();
  ({ threadId } = await threadBy(writer, { title: `Said ${CANARY}`, body: `Body ${CANARY}` }));
});

test.each(everyone)('to a %s the inbox tells of the circle only what they are in', async (who) => {
  const answers = await inboxOf(who);
  if (members.includes(who)) {
    expect(answers).toContain(`Body ${CANARY}`);
    expect(answers).toMatch(/\/inbox\/count 200 null 1$/);
  } else {
    expect(answers).not.toContain(CANARY);
    if (who !== 'visitor') expect(answers).toMatch(/\/inbox\/count 200 null 0$/);
  }
});

describe('afterwards', () => {
  const nothing = async (who: Who) => {
    const answers = await inboxOf(who);
    expect(answers).not.toContain(CANARY);
    expect(answers).toMatch(/\/inbox\/count 200 null 0$/);
  };

  test('who muted the thread hears no more of it', async () => {
    await followThread(await as('member'), threadId, 'muted');
    await noteBy(await as('host'), threadId, { body: `More ${CANARY}` });
    expect(await inboxOf('member')).not.toContain(`More ${CANARY}`);
    expect(await inboxOf('member')).toMatch(/\/inbox\/count 200 null 0$/);
  });

  test('in an archived circle it is still read, and nothing is added', async () => {
    await archiveCircle(await host());
    expect(await inboxOf('facilitator')).toContain(`Body ${CANARY}`);
    const { circleId } = await as('host');
    await db.deleteFrom('circle_archive').where('circle_id', '=', circleId).execute();
  });

  test('who left, or was taken out, has nothing of it', async () => {
    await leaveCircle(await as('member'));
    await nothing('member');
    const { facilitator } = world.people;
    await removeMember(await host(), facilitator.personId, 'A word.');
    await nothing('facilitator');
  });

  test('who never was a member is told nothing that was said there, even by a row that says so', async () => {
    const { circleId } = await as('host');
    const { personId } = world.people.stranger;
    const row = {
      ...{ circle_id: circleId, person_id: personId, topic: `note:${world.params.note}` },
      ...{ kind: 'note', thing_id: Number(world.params.note), for_you: true, at: new Date() },
    };
    const told = (of: { thread_id?: number; member_of?: number }) =>
      db
        .insertInto('inbox_item')
        .values({ ...row, ...of })
        .execute();
    const thread_id = Number(world.params.thread);
    await expect(told({ thread_id })).rejects.toThrow(/check constraint/);
    await expect(told({ thread_id, member_of: circleId })).rejects.toThrow(/foreign key/);
    await told({});
    await nothing('stranger');
  });

  test('what is between two people is shown to whom it is told, in no circle, and to nobody else', async () => {
    await greet(await person('Sam'), [world.people.member], { words: SECRET });
    for (const who of everyone) {
      const answers = await inboxOf(who);
      if (who === 'member') {
        expect(answers).toContain(SECRET);
        expect(answers).toMatch(/\/inbox\/count 200 null 1$/);
      } else {
        expect(answers, who).not.toContain(SECRET);
      }
      const pages = ['/', '/_root.data', `/circles/${world.params.circle}`];
      for (const path of pages) {
        const { body } = await ask(path, { cookie: await world.cookieOf(who) });
        expect(body, `${who} ${path}`).not.toContain(SECRET);
      }
    }
  });

  test('who is shut out has no inbox', async () => {
    const cookie = await world.cookieOf('host');
    await db
      .insertInto('person_deactivation')
      .values({
        person_id: world.people.host.personId,
        by_person_id: world.people.admin.personId,
      })
      .execute();
    for (const path of INBOX) {
      const { body, location, headers } = await ask(path, { cookie });
      expect(`${location} ${body} ${headers.get('X-Remix-Redirect')}`).toContain('/sign-in');
      expect(body).not.toContain(CANARY);
    }
  });
});
