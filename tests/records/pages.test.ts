import { beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { keepSessionTakeaway } from '#app/records/commands/keep-takeaway.server.ts';
import { sayCommitment } from '#app/records/commitments/commands/say-commitment.server.ts';
import { recordOf } from '#app/records/queries/record.server.ts';
import { bringQuestion } from '#app/records/questions/commands/bring-question.server.ts';
import { type Answer, ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { comingIn, dayAt, heldIn } from './support.ts';

const ROOM = 'ochre-canary';

let circle: CastCircle;
let noor: Member;
let priya: Member;
let held: string;
let coming: string;
let heldId: number;
let cookies: Record<'host' | 'noor' | 'priya', string>;
beforeAll(async () => {
  circle = await circleOf({ members: [await person('Noor'), await person('Priya')] });
  [noor, priya] = circle.members as [Member, Member];
  await db
    .updateTable('membership')
    .set({ joined_at: new Date('2020-01-01') })
    .where('circle_id', '=', circle.id)
    .execute();
  heldId = await heldIn(circle.host);
  const path = `/circles/${circle.slug}/sessions`;
  held = `${path}/${heldId}`;
  const next = await comingIn(circle.host);
  coming = `${path}/${next}`;
  await keepSessionTakeaway(priya, heldId, { body: ROOM, reach: 'room', version: 0 });
  await keepSessionTakeaway(noor, heldId, { body: 'A *spare*.', reach: 'circle', version: 0 });
  const byOn = dayAt(Date.now());
  await sayCommitment(priya, heldId, { act: 'Ring one person', byOn, version: 0 });
  await bringQuestion(priya, next, { body: 'Whose slack is it?', version: 0 });
  cookies = {
    host: await signInCookie(circle.host.viewer),
    noor: await signInCookie(noor.viewer),
    priya: await signInCookie(priya.viewer),
  };
});

/** A whole page in a failure would hide what failed. */
const says = ({ body }: Answer, words: string) => body.includes(words);
const see = (path: string, who: keyof typeof cookies) => ask(path, { cookie: cookies[who] });

test('what stays in the room is on no page but its author’s, and in no file', async () => {
  for (const path of [`${held}/record`, `${held}/record?print`, held, `${held}/takeaway`]) {
    for (const who of ['host', 'noor'] as const) {
      expect(says(await see(path, who), ROOM), `${who} at ${path}`).toBe(false);
    }
  }
  expect(says(await see(`${held}/record`, 'priya'), ROOM)).toBe(true);
  for (const who of ['host', 'noor', 'priya'] as const) {
    const file = await see(`${held}/record.md`, who);
    expect(says(file, ROOM)).toBe(false);
    expect(says(file, 'One takeaway stayed in the room.')).toBe(true);
  }
});

test('the file says what the page does, to the letter, with initials for names', async () => {
  const file = await see(`${held}/record.md`, 'noor');
  expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="record-.*\.md"$/);
  expect(says(file, '“A \\*spare\\*\\.” (circle only)')).toBe(true);
  expect(says(file, '- P: Ring one person')).toBe(true);
  for (const name of ['Priya', 'Noor', 'Ines']) expect(says(file, name), name).toBe(false);
});

test('a question is on no other member’s page before the session begins', async () => {
  const question = 'Whose slack is it?';
  for (const path of [coming, `${coming}/record`, `${coming}/record.md`, `${coming}/question`]) {
    expect(says(await see(path, 'noor'), question), path).toBe(false);
  }
  expect(says(await see(coming, 'noor'), 'One question is brought.')).toBe(true);
  expect(says(await see(`${coming}/questions`, 'host'), question)).toBe(true);
  expect((await see(`${coming}/questions`, 'noor')).status).toBe(404);
});

test('the next session opens with what was said, and its record says what is to come', async () => {
  const page = await see(coming, 'noor');
  expect(says(page, 'What we said we’d do')).toBe(true);
  expect(says(page, 'Ring one person')).toBe(true);
  const record = await see(`${coming}/record`, 'noor');
  expect(says(record, 'What we had said we’d do')).toBe(true);
  expect(says(record, 'is kept here from then on')).toBe(true);
});

describe('a form', () => {
  test('that is refused says why beside the field and keeps what was typed', async () => {
    const form = { body: ' ', reach: 'circle', version: '0' };
    const empty = await ask(`${held}/takeaway`, { cookie: cookies.host, form });
    expect(empty.status).toBe(422);
    expect(says(empty, 'Write a line or two first.')).toBe(true);
    const late = await ask(`${held}/commitment`, {
      cookie: cookies.host,
      form: { act: 'Ring <two> people', byOn: '2026-02-30', version: '0' },
    });
    expect(late.status).toBe(422);
    expect(says(late, 'Choose a day.')).toBe(true);
    expect(says(late, 'value="Ring &lt;two&gt; people"')).toBe(true);
  });

  test('that is stale shows what is saved beside what was typed, and saves nothing', async () => {
    const form = { body: 'Another thing.', reach: 'quotable', version: '7' };
    const stale = await ask(`${held}/takeaway`, { cookie: cookies.noor, form });
    expect(stale.status).toBe(422);
    expect(says(stale, 'What is saved now')).toBe(true);
    expect(says(stale, 'A *spare*.')).toBe(true);
    expect(says(stale, 'Another thing.')).toBe(true);
    expect((await recordOf(noor, heldId))?.mine?.body).toBe('A *spare*.');
  });
});

test('minutes and what was used are not a member’s to write', async () => {
  for (const path of [`${held}/record/minutes`, `${held}/record/used`]) {
    expect((await see(path, 'noor')).status, path).toBe(404);
    expect((await see(path, 'host')).status, path).toBe(200);
  }
  expect(says(await see(`${held}/record`, 'noor'), 'Write them')).toBe(false);
});

test('in an archived circle the record is read, and nothing of it written', async () => {
  const other = await circleOf();
  const sessionId = await heldIn(other.host);
  await archiveCircle(other.host);
  const cookie = await signInCookie(other.host.viewer);
  const path = `/circles/${other.slug}/sessions/${sessionId}`;
  expect((await ask(`${path}/record`, { cookie })).status).toBe(200);
  const form = { body: 'Late.', reach: 'circle', version: '0' };
  expect((await ask(`${path}/takeaway`, { cookie, form })).status).toBe(422);
  expect((await recordOf(other.host, sessionId))?.mine).toBeNull();
});
