import { randomBytes, randomUUID } from 'node:crypto';
import type { Viewer } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

/** What no answer to someone without the right may contain: it stands in everything of the circle. */
export const CANARY = 'zaffre-canary';
/** It stands in everything between the member and the facilitator: nobody else is ever answered it. */
export const BETWEEN = 'viridian-canary';
/** What the member handed over to the host: only those two are ever answered it. */
export const HANDED = 'vermilion-canary';
/** Whom the member keeps apart, which nobody else is ever answered. */
export const KEPT = 'cerulean-canary@example.org';
/** It stands in what the member keeps for themselves: nobody else is ever answered it. */
export const OWN = 'umber-canary';

/**
 * Someone waiting is in line, asks for a seat and is invited, all at once. Someone blocked is a member
 * whom the member asked for help, and then blocked.
 */
export type Who =
  | 'visitor'
  | 'stranger'
  | 'former'
  | 'waiting'
  | 'admin'
  | 'member'
  | 'blocked'
  | 'facilitator'
  | 'host';
export const everyone: Who[] = [
  'visitor',
  'stranger',
  'former',
  'waiting',
  'admin',
  'member',
  'blocked',
  'facilitator',
  'host',
];

/** Within what a form takes. */
const SOON = new Date(Date.now() + 300 * 24 * 60 * 60 * 1000);

/** A private circle with one of everything, and one browser for each kind of person. */
export async function makeWorld() {
  const invited = `${CANARY}-${randomBytes(5).toString('hex')}@example.org`;
  const [host, facilitator, member, blocked, former, stranger, admin, waiting] = await Promise.all([
    person('Ines'),
    person('Rui'),
    person('Noor'),
    person('Priya'),
    person('Tomasz'),
    person('Mallory'),
    person('Sam'),
    person('Lena', { email: invited }),
  ]);
  await db.insertInto('site_admin').values({ person_id: admin.personId }).execute();
  await db
    .insertInto('site')
    .values({ id: 1, secret: 'a secret' })
    .onConflict((on) => on.doNothing())
    .execute();
  const circle = await circleOf({
    name: `The ${CANARY} circle`,
    host,
    facilitators: [facilitator],
    members: [member, blocked],
  });
  const circle_id = circle.id;
  await db
    .insertInto('departure')
    .values({ circle_id, person_id: former.personId, role: 'member', joined_at: new Date() })
    .execute();
  const id = 'id' as const;
  const book = await db
    .insertInto('book')
    .values({
      circle_id,
      title: `Book ${CANARY}`,
      added_by: host.personId,
      submission_key: randomUUID(),
    })
    .returning(id)
    .executeTakeFirstOrThrow();
  const section = await db
    .insertInto('section')
    .values({ circle_id, book_id: book.id, position: 1, title: `Section ${CANARY}` })
    .returning(id)
    .executeTakeFirstOrThrow();
  const reading = await db
    .insertInto('reading')
    .values({
      circle_id,
      book_id: book.id,
      starts_on: '2026-01-01',
      ends_on: '2028-01-01',
      created_by: host.personId,
      submission_key: randomUUID(),
    })
    .returning(id)
    .executeTakeFirstOrThrow();
  const milestone = await db
    .insertInto('milestone')
    .values({ circle_id, reading_id: reading.id, due_on: '2027-12-01' })
    .returning(id)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('milestone_section')
    .values({
      circle_id,
      reading_id: reading.id,
      milestone_id: milestone.id,
      section_id: section.id,
    })
    .execute();
  const choice = await db
    .insertInto('book_choice')
    .values({
      circle_id,
      opened_by: facilitator.personId,
      closes_at: SOON,
      time_zone: 'Europe/Madrid',
      submission_key: randomUUID(),
    })
    .returning(id)
    .executeTakeFirstOrThrow();
  const proposal = await db
    .insertInto('book_proposal')
    .values({
      circle_id,
      choice_id: choice.id,
      proposed_by: member.personId,
      title: `Proposal ${CANARY}`,
      why: CANARY,
      submission_key: randomUUID(),
    })
    .returning(id)
    .executeTakeFirstOrThrow();
  const wrapped = await wrappedReading(circle_id, book.id, member.personId);
  const series = await db
    .insertInto('series')
    .values({
      ...{ circle_id, title: `Series ${CANARY}`, minutes: 75, rule: 'FREQ=WEEKLY;BYDAY=TU' },
      ...{ starts_on: '2098-12-02', at_time: '18:30', time_zone: 'Europe/Madrid' },
      ...{ made_until: '2099-12-31', calendar_uid: `${randomUUID()}@octavo` },
      ...{ created_by: facilitator.personId, submission_key: randomUUID() },
    })
    .returning(id)
    .executeTakeFirstOrThrow();
  const session = await db
    .insertInto('session')
    .values({
      circle_id,
      title: `Session ${CANARY}`,
      starts_at: SOON,
      time_zone: 'Europe/Madrid',
      minutes: 75,
      place: `https://${CANARY}.example`,
      facilitator_id: blocked.personId,
      note_taker_id: blocked.personId,
      ...{ milestone_id: milestone.id, series_id: series.id, occurs_on: '2098-12-02' },
      calendar_uid: `${randomUUID()}@octavo`,
      created_by: facilitator.personId,
      submission_key: randomUUID(),
    })
    .returning(id)
    .executeTakeFirstOrThrow();
  const poll = await pollOf(circle_id, { asker: facilitator, answered: blocked });
  const thread = await db
    .insertInto('thread')
    .values({
      circle_id,
      title: `Thread ${CANARY}`,
      section_id: section.id,
      started_by: member.personId,
      submission_key: randomUUID(),
    })
    .returning(id)
    .executeTakeFirstOrThrow();
  const notes = await db
    .insertInto('note')
    .values(
      [member, host].map((author) => ({
        circle_id,
        thread_id: thread.id,
        author_id: author.personId,
        body: `Note ${CANARY}`,
        body_html: `<p>Note ${CANARY}</p>`,
        submission_key: randomUUID(),
      })),
    )
    .returning(id)
    .execute();
  const last = notes.at(-1);
  await db
    .updateTable('thread')
    .set({ note_count: 2, last_note_id: last?.id, last_note_at: new Date() })
    .where('id', '=', thread.id)
    .execute();
  await db
    .insertInto('email_confirmed')
    .values({ person_id: waiting.personId, email: waiting.email })
    .execute();
  const request = await db
    .insertInto('join_request')
    .values({ circle_id, person_id: waiting.personId, word: CANARY })
    .returning(id)
    .executeTakeFirstOrThrow();
  const place = await db
    .insertInto('waiting_place')
    .values({ circle_id, person_id: waiting.personId })
    .returning(id)
    .executeTakeFirstOrThrow();
  const invitation = await db
    .insertInto('invitation')
    .values({
      circle_id,
      email: invited,
      role: 'member',
      token_hash: randomUUID(),
      invited_by: host.personId,
      expires_at: new Date('2099-01-01'),
    })
    .returning(id)
    .executeTakeFirstOrThrow();

  const hash = 'a'.repeat(64);
  await db
    .insertInto('person_picture')
    .values({ person_id: member.personId, hash, image: Buffer.from(CANARY) })
    .execute();

  const shelfImport = await db
    .insertInto('shelf_import')
    .values({
      ...{ person_id: member.personId, submission_key: randomUUID(), upload_id: randomUUID() },
      ...{ file_name: `${CANARY}.csv`, source: 'goodreads', delimiter: ',', bytes: 1 },
    })
    .returning(id)
    .executeTakeFirstOrThrow();
  const onShelf = (taken_off_at: Date | null) =>
    db
      .insertInto('shelf_book')
      .values({
        person_id: member.personId,
        title: `Shelf ${CANARY}`,
        ...{ state: 'want', added_on: '2026-01-01', source: 'own', source_key: randomUUID() },
        ...{ book_key: CANARY, taken_off_at },
      })
      .returning(id)
      .executeTakeFirstOrThrow();
  const [entry, takenOff] = [await onShelf(null), await onShelf(new Date())];

  // Kinds of mail and whom they are for are all that an administrator sees of it.
  const mail = await acrossCircles(db, 'a message is its recipient’s')
    .insertInto('message')
    .values({
      ...{ kind: 'session-told', occasion: randomUUID(), recipient: `person:${member.personId}` },
      ...{ person_id: member.personId, circle_id, given: JSON.stringify({ what: CANARY }) },
      ...{ attempts: 1, tried_at: new Date(), failed_at: new Date(), said: '550 5.2.1 Disabled' },
    })
    .returning(id)
    .executeTakeFirstOrThrow();

  const asked = await askedInCircle(circle_id, { asker: facilitator, told: member }, last?.id);
  const between = await askBetween(circle_id, {
    asker: member,
    helper: facilitator,
    blocked,
    host,
  });

  const people: Record<Exclude<Who, 'visitor'>, Viewer> = {
    stranger,
    former,
    waiting,
    admin,
    member,
    blocked,
    facilitator,
    host,
  };
  /** A browser of theirs, newly signed in: the one before may have been signed out by an answer. */
  const cookieOf = (who: Who) => (who === 'visitor' ? undefined : signInCookie(people[who]));
  /** What stands for each parameter of the URL table. */
  const params: Record<string, string | number> = {
    circle: circle.slug,
    book: book.id,
    section: section.id,
    milestone: milestone.id,
    reading: reading.id,
    choice: choice.id,
    proposal: proposal.id,
    session: session.id,
    series: series.id,
    poll,
    thread: thread.id,
    note: notes[0]?.id ?? 0,
    invitation: invitation.id,
    request: request.id,
    place: place.id,
    person: member.personId,
    entry: entry.id,
    import: shelfImport.id,
    deck: 'openers',
    card: 'who-taught-you-that',
    recipe: 'first-meeting',
    use: await usedIn(circle_id, session.id, host.personId),
    hash,
    token: 'no-such-token',
    message: 'no-such-message',
    mail: mail.id,
    ...between,
    week: await weekOf(member),
    ...asked,
    commitment: await keptOf(circle_id, session.id, member.personId),
  };
  /** someone the admin may deactivate without taking away a person of this test */
  const bystander = await person('Lena');
  return {
    cookieOf,
    people,
    params,
    bystander: bystander.personId,
    takenOff: takenOff.id,
    wrapped,
  };
}

/** A poll of two times, one of which somebody has answered. @returns its id */
async function pollOf(circle_id: number, who: { asker: Viewer; answered: Viewer }) {
  const { id } = await db
    .insertInto('time_poll')
    .values({
      ...{ circle_id, kind: 'dates', title: `Poll ${CANARY}`, minutes: 60, place: CANARY },
      ...{ time_zone: 'Europe/Madrid', asked_by: who.asker.personId },
      submission_key: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const on_date = SOON.toISOString().slice(0, 10);
  const slots = await db
    .insertInto('time_poll_slot')
    .values(
      [8, 9].map((hour) => ({
        ...{ circle_id, poll_id: id, on_date, at_time: `0${hour}:00` },
        starts_at: new Date(`${on_date}T0${hour}:00:00Z`),
        calendar_uid: randomUUID(),
      })),
    )
    .returning('id')
    .execute();
  await db
    .insertInto('time_poll_answer')
    .values({
      ...{ circle_id, poll_id: id, slot_id: slots[0]?.id ?? 0, answer: 'yes' },
      person_id: who.answered.personId,
    })
    .execute();
  return id;
}

/** A reading that is over, with what somebody took from it. @returns its id */
async function wrappedReading(circle_id: number, book_id: number, person_id: number) {
  const { id } = await db
    .insertInto('reading')
    .values({
      ...{ circle_id, book_id, starts_on: '2025-01-01', ends_on: '2025-03-01' },
      ...{ created_by: person_id, submission_key: randomUUID() },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const of = { circle_id, reading_id: id };
  const answer_by = new Date('2099-01-01');
  await db
    .insertInto('wrap')
    .values({ ...of, answer_by, time_zone: 'Europe/Madrid' })
    .execute();
  await db
    .insertInto('takeaway')
    .values({ ...of, person_id, body: CANARY, body_html: `<p>${CANARY}</p>` })
    .execute();
  return id;
}

/** That a recipe was put on the agenda of a session. @returns the use's id */
async function usedIn(circle_id: number, session_id: number, person_id: number) {
  const { id } = await db
    .insertInto('recipe_use')
    .values({
      ...{ circle_id, session_id, person_id, recipe: 'first-meeting', items: '[]' },
      submission_key: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What a member brought to a session, took from it and will do. @returns the commitment's id */
async function keptOf(circle_id: number, session_id: number, person_id: number) {
  const of = { circle_id, session_id, person_id };
  await db
    .insertInto('session_question')
    .values({ ...of, body: CANARY })
    .execute();
  await db
    .insertInto('session_takeaway')
    .values({ ...of, body: OWN, reach: 'room' })
    .execute();
  const minutes = { body: CANARY, body_html: `<p>${CANARY}</p>`, written_by: person_id };
  await db
    .insertInto('session_minutes')
    .values({ circle_id, session_id, ...minutes })
    .execute();
  const { id } = await db
    .insertInto('commitment')
    .values({ ...of, act: CANARY, by_on: '2099-01-01' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Whom somebody asks this week, which is theirs alone. @returns its id */
async function weekOf({ personId: person_id }: Viewer) {
  await db
    .insertInto('weekly_asking')
    .values({ person_id, weekday: 2, hour: 9, next_on: '2099-01-06' })
    .execute();
  const { id } = await db
    .insertInto('weekly_ask')
    .values({
      ...{ person_id, for_day: new Date().toISOString().slice(0, 10), whom: OWN },
      ...{ when_text: OWN, will_text: OWN, kept: OWN },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** An ask that went to the circle, and what somebody was told. @returns its parameter */
async function askedInCircle(
  circle_id: number,
  { asker, told }: Record<'asker' | 'told', Viewer>,
  source_note_id: number | undefined,
) {
  const ask = await acrossCircles(db, 'an ask is its asker’s')
    .insertInto('ask')
    .values({
      ...{ asker_id: asker.personId, circle_id, title: CANARY, body: CANARY },
      ...{ body_html: `<p>${CANARY}</p>`, state: 'open', opened_at: new Date() },
      ...{ source_kind: 'note', source_note_id, submission_key: randomUUID() },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await acrossCircles(db, 'an ask is its asker’s')
    .insertInto('ask_reach')
    .values({ ask_id: ask.id, kind: 'circle', circle_id })
    .execute();
  const row = await db
    .insertInto('told')
    .values({
      ...{ circle_id, person_id: told.personId, told: CANARY, told_html: `<p>${CANARY}</p>` },
      ...{ will: CANARY, will_html: `<p>${CANARY}</p>`, submission_key: randomUUID() },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { told: row.id };
}

/** An ask that was taken up, and the conversation of it. @returns what stands for their parameters */
async function askBetween(
  circle_id: number,
  { asker, helper, blocked, host }: Record<'asker' | 'helper' | 'blocked' | 'host', Viewer>,
) {
  const now = new Date();
  const ask = await acrossCircles(db, 'an ask is its asker’s')
    .insertInto('ask')
    .values({
      ...{ asker_id: asker.personId, circle_id, title: BETWEEN, body: BETWEEN },
      ...{ body_html: `<p>${BETWEEN}</p>`, state: 'open', opened_at: now },
      submission_key: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await acrossCircles(db, 'an ask is its asker’s')
    .insertInto('ask_reach')
    .values(
      [helper, blocked].map(({ personId }) => ({
        ...{ ask_id: ask.id, kind: 'person', person_id: personId },
      })),
    )
    .execute();
  await db
    .insertInto('person_block')
    .values({ person_id: asker.personId, blocked_id: blocked.personId })
    .execute();
  const question = await db
    .insertInto('ask_question')
    .values({
      ...{ ask_id: ask.id, person_id: helper.personId, body: BETWEEN, body_html: BETWEEN },
      submission_key: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const offer = await db
    .insertInto('offer')
    .values({
      ...{ ask_id: ask.id, helper_id: helper.personId, state: 'taken' },
      ...{ faced: BETWEEN, faced_html: BETWEEN },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: conversation } = await db
    .insertInto('conversation')
    .values({
      ...{ ask_id: ask.id, offer_id: offer.id, last_note_at: now },
      ...{ asker_id: asker.personId, helper_id: helper.personId },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const line = await db
    .insertInto('conversation_note')
    .values({
      ...{ conversation_id: conversation, author_id: asker.personId },
      ...{ body: BETWEEN, body_html: `<p>${BETWEEN}</p>`, submission_key: randomUUID() },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const meeting = await db
    .insertInto('conversation_meeting')
    .values({
      ...{ conversation_id: conversation, starts_at: SOON, time_zone: 'Europe/Madrid' },
      ...{ minutes: 30, place: `https://${BETWEEN}.example`, created_by: asker.personId },
      ...{ calendar_uid: `${randomUUID()}@octavo`, submission_key: randomUUID() },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const kept = await db
    .insertInto('keep_apart')
    .values({ person_id: asker.personId, address: KEPT, address_key: KEPT })
    .returning('id')
    .executeTakeFirstOrThrow();
  // Handed to the circle's host, who reads what was picked, and nothing else.
  const report = await db
    .insertInto('conversation_report')
    .values({
      ...{ conversation_id: conversation, by_person_id: asker.personId, as_host_of: circle_id },
      ...{ about_person_id: helper.personId, to_person_id: host.personId },
      ...{ words: HANDED, words_html: HANDED, submission_key: randomUUID() },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {
    ...{ apart: kept.id, blocked: blocked.personId },
    ...{ ask: ask.id, question: question.id, offer: offer.id },
    ...{ conversation, line: line.id, meeting: meeting.id, report: report.id },
  };
}
