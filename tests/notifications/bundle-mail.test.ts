import { beforeEach, expect, test } from 'vitest';
import type { Member, Viewer } from '#app/access/proofs.ts';
import { removeMember } from '#app/circles/commands/members.server.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { sendDue } from '#app/notifications/bundles/commands/send-due.server.ts';
import { followThread } from '#app/notifications/hearing/commands/follow-thread.server.ts';
import { setVolume } from '#app/notifications/hearing/commands/set-volume.server.ts';
import { hearLinkPage } from '#app/notifications/hearing/queries/hear-link.server.ts';
import { reachPlace } from '#app/reading/progress/commands/reach-place.server.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { readingIn } from '#tests/reading/planned.ts';
import { type CastCircle, circleOf, member, person } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';

const inAnHour = () => ({ now: new Date(Date.now() + 3_601_000) });

let noor: Viewer & { email: string };
let rui: Viewer;
let circle: CastCircle;
let as: (who: Viewer) => Promise<Member>;

beforeEach(async () => {
  [noor, rui] = [await person('Noor'), await person('Rui')];
  circle = await circleOf({ members: [noor, rui] });
  as = (who) => member(who, circle.slug);
});

/** A thread of Noor's that Rui answered, so that she is to be told of it. */
async function answered(body = 'I keep the *dull* work myself.') {
  const { threadId } = await threadBy(await as(noor), { title: 'Delegating' });
  const noteId = await noteBy(await as(rui), threadId, { body });
  return { threadId, noteId };
}

/** Has what is due written, lets something happen, and then has it sent. */
async function mailAfter(happens: () => Promise<unknown> = async () => {}) {
  await sendDue(inAnHour());
  await happens();
  return mailTo(noor.email);
}

const ended = async () =>
  db
    .selectFrom('message')
    .select(['sent_at', 'dropped_at'])
    .where('person_id', '=', noor.personId)
    .where('kind', '=', 'bundle')
    .execute();

test('an answer comes by mail with its beginning, and says what matters first', async () => {
  const { threadId, noteId } = await answered();
  const other = await threadBy(await as(rui), { title: 'Hiring', body: 'We hired in a hurry.' });
  const [mail, ...more] = await mailAfter();
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('Rui answered you, and 1 more in Tuesday leads');
  expect(mail?.text).toContain('I keep the dull work myself.');
  expect(mail?.text).toMatch(/FOR YOU.*Delegating.*TUESDAY LEADS.*Hiring.*in a hurry/s);
  expect(mail?.links.map((link) => link.replace(/^.*\/threads\//, ''))).toEqual([
    expect.stringMatching(new RegExp(`^${threadId}\\b.*${noteId}`)),
    expect.stringMatching(new RegExp(`^${other.threadId}\\b`)),
    expect.stringMatching(/\/inbox$/),
    // How one hears.
    expect.stringMatching(/\/hear\/[\w-]+$/),
  ]);
});

test('what is all of one thread is that thread’s mail', async () => {
  const { threadId } = await answered();
  await noteBy(await as(rui), threadId, { body: 'And I tell them so.' });
  const [mail] = await mailAfter();
  expect(mail?.subject).toBe('Rui answered you, and 1 more in “Delegating”');
  expect(mail?.text).toMatch(/^Delegating\n/);
  expect(mail?.text).toMatch(/dull work myself\..*And I tell them so\./s);
});

test('the way to hear less is that of the one thread, or of the circle', async () => {
  const setOf = async (links: readonly string[] = []) => {
    const token =
      links
        .find((link) => link.includes('/hear/'))
        ?.split('/')
        .at(-1) ?? '';
    return (await hearLinkPage(token))?.about;
  };
  const { threadId } = await answered();
  expect(await setOf((await mailAfter())[0]?.links)).toBe('thread');
  await noteBy(await as(rui), threadId, {});
  await threadBy(await as(rui), { title: 'Hiring' });
  expect(await setOf((await mailAfter())[0]?.links)).toBe('circle');
});

test('what was seen on the site meanwhile is in no mail', async () => {
  const { threadId } = await answered();
  await threadBy(await as(rui), { title: 'Hiring' });
  const read = async () => visitThread(await as(noor), threadId, { kind: 'landing' });
  const [mail] = await mailAfter(read);
  expect(mail?.subject).toBe('Tuesday leads: Rui began “Hiring”');
  expect(mail?.text).not.toContain('Delegating');
});

test.each<[string, (given: { threadId: number; noteId: number }) => Promise<unknown>]>([
  ['read', async ({ threadId }) => visitThread(await as(noor), threadId, { kind: 'landing' })],
  ['taken back', async (of) => takeBackNote(await as(rui), of.threadId, of.noteId)],
  ['muted', async ({ threadId }) => followThread(await as(noor), threadId, 'muted')],
  ['not to be heard of', async () => setVolume(await as(noor), 'nothing')],
  ['of a circle that one left', () => removeMember(circle.host, noor.personId, '')],
  [
    'of a circle at rest',
    () =>
      db
        .insertInto('circle_archive')
        .values({ circle_id: circle.id, by_person_id: circle.host.personId })
        .execute(),
  ],
  [
    'of a closed account',
    () => db.insertInto('person_deactivation').values({ person_id: noor.personId }).execute(),
  ],
])('what is %s when it would be sent is not', async (_, happens) => {
  const given = await answered();
  const mails = await mailAfter(() => happens(given));
  expect(mails.filter(({ subject }) => subject.includes('Rui'))).toEqual([]);
  expect(await ended()).toEqual([{ sent_at: null, dropped_at: expect.any(Date) }]);
});

test('a text beyond its reader’s line does not travel: the line stays', async () => {
  const { ids, readingId } = await readingIn(circle.host);
  const { threadId } = await answered();
  await reachPlace(await as(noor), readingId, { percent: 0 });
  const about = ids[5] ?? null;
  const body = 'The butler did it.';
  const noteId = await noteBy(await as(rui), threadId, { body, about });
  await db
    .updateTable('inbox_item')
    .set({ held: false })
    .where('topic', '=', `note:${noteId}`)
    .execute();
  const [mail] = await mailAfter();
  expect(mail?.text).toContain('Rui answered you about chapter 6');
  expect(mail?.text).toContain('dull work');
  expect(mail?.text + (mail?.html ?? '')).not.toContain('butler');
});
