import { randomUUID } from 'node:crypto';
import { askReaderOf } from '#app/access/asks.server.ts';
import { type Gate, gateOf } from '#app/access/gate-makers.server.ts';
import type { Viewer } from '#app/access/proofs.ts';
import { runnerOf } from '#app/access/session-duties.server.ts';
import { newAccountLink } from '#app/accounts/commands/account-links.server.ts';
import { forgetSiteSettings } from '#app/accounts/queries/site.server.ts';
import { castBallot } from '#app/choosing/ballot/commands/cast-ballot.server.ts';
import { openChoice } from '#app/choosing/commands/open-choice.server.ts';
import { proposeBook } from '#app/choosing/commands/propose-book.server.ts';
import { settledChoice } from '#app/choosing/commands/settle-choice.server.ts';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { addressOfRound } from '#app/mentoring/addresses.ts';
import {
  addressOfClosing,
  addressOfDiscarding,
  addressOfDraft,
} from '#app/mentoring/asks/addresses.ts';
import { passRound } from '#app/mentoring/rounds/commands/bring-ask.server.ts';
import { helpInRound } from '#app/mentoring/rounds/commands/help-in-round.server.ts';
import { closeRound, openRound } from '#app/mentoring/rounds/commands/lead-round.server.ts';
import { roundOf } from '#app/mentoring/rounds/queries/round.server.ts';
import { unsubscribeUrl } from '#app/notifications/hearing/queries/hear-link.server.ts';
import { hashToken, newToken } from '#app/platform/token.server.ts';
import {
  addressOfNewPoll,
  addressOfPoll,
  addressOfPollChoice,
  addressOfPollSlots,
} from '#app/polls/addresses.ts';
import { callOff } from '#app/polls/commands/end-poll.server.ts';
import { saveUsualTimes } from '#app/polls/usual/commands/save-usual-times.server.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { keepSessionTakeaway } from '#app/records/commands/keep-takeaway.server.ts';
import { sayCommitment } from '#app/records/commitments/commands/say-commitment.server.ts';
import { recordOnSession } from '#app/records/queries/on-session.server.ts';
import { bringQuestion } from '#app/records/questions/commands/bring-question.server.ts';
import { pickQuestion } from '#app/records/questions/commands/pick-question.server.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { writeTakeaway } from '#app/seasons/commands/write-takeaway.server.ts';
import { endSeries } from '#app/series/commands/end-series.server.ts';
import { pauseTurns } from '#app/series/rota/commands/pause.server.ts';
import { setRota } from '#app/series/rota/commands/set-rota.server.ts';
import { setRound } from '#app/sessions/agenda/commands/set-round.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { replyLinks } from '#app/sessions/replies/queries/reply-link.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { threadBy } from '#tests/discussions/notes.ts';
import { writtenBy } from '#tests/mentoring/rounds/round.ts';
import { openAsk } from '#tests/mentoring/scene.ts';
import { answerAll, pollIn, soonSlots, viewOf } from '#tests/polls/support.ts';
import { readingIn } from '#tests/reading/planned.ts';
import { comingIn, heldIn } from '#tests/records/support.ts';
import { day, seasonOf } from '#tests/seasons/season.ts';
import { seriesIn } from '#tests/series/support.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { manifest } from '#tests/support/server-build.ts';
import { db } from '#tests/support/set-up.ts';
import { answeredAsks } from './answered-asks.ts';
import { conversations } from './conversations.ts';
import { pathOf } from './paths.ts';
import { makeWorld, type Who } from './world.ts';

/** A page as one person finds it. */
export interface Place {
  who: Viewer | null;
  path: string;
}

const open: Gate[] = ['public', 'viewer'];
const inside: Gate[] = [...open, 'member', 'facilitator', 'host', 'scribe', 'runner'];

/** Who looks at what: a page that is not theirs shows nobody a form. */
const walkers: [Who, Gate[]][] = [
  ['host', inside],
  ['member', inside],
  ['waiting', open],
  ['admin', ['admin']],
  ['visitor', ['public']],
];

const pages = Object.values(manifest).flatMap((route) => {
  const gate = gateOf(route?.module.loader);
  const isPage = route?.module.default && route.id !== 'root' && route.id !== 'routes/not-found';
  return route && isPage && gate ? [{ id: route.id, gate }] : [];
});

/**
 * The world, and beside it what it takes for every form to be on some page. The places of two worlds
 * are the same ones, in the same order.
 */
export async function makeFormWorld(): Promise<Place[]> {
  const world = await makeWorld();
  const at = (id: string) =>
    pathOf(id, (name) => {
      if (name === 'person' && id.startsWith('routes/site/')) return world.bystander;
      if (name === 'reading' && id.startsWith('routes/seasons/')) return world.wrapped;
      return world.params[name] ?? '0';
    });
  const walked = walkers.flatMap(([who, gates]) =>
    pages.flatMap(({ id, gate }) =>
      gates.includes(gate)
        ? [{ who: who === 'visitor' ? null : world.people[who], path: at(id) }]
        : [],
    ),
  );
  const { member, host } = world.people;
  const { circle_id, thread_id } = await db
    .selectFrom('thread')
    .select(['circle_id', 'id as thread_id'])
    .where('id', '=', Number(world.params.thread))
    .executeTakeFirstOrThrow();
  const muted = { circle_id, thread_id, person_id: host.personId, muted: true };
  await db.insertInto('thread_following').values(muted).execute();
  await askedEveryOtherWeek(host);
  await db
    .insertInto('helping')
    .values({ person_id: member.personId, unanswered: 3, resting_since: new Date() })
    .execute();
  return [
    ...(await hearLinks(member, circle_id, thread_id)),
    ...(await links(member)),
    ...(await waysIn(host)),
    ...(await wrapped()),
    ...(await behind()),
    ...(await chosen()),
    ...(await imported(member)),
    ...(await atRest()),
    ...(await asking(member)),
    ...(await rounds()),
    ...(await findingTime()),
    ...(await kept()),
    ...(await turns()),
    ...(await answeredAsks()),
    ...(await conversations()),
    ...(await refused(world.people.admin)),
    ...walked,
    { who: member, path: `${at('routes/seasons/wrap')}?write=1` },
  ];
}

/** Somebody who let two weeks go by, and has none that goes on. */
const askedEveryOtherWeek = ({ personId: person_id }: Viewer) =>
  db
    .insertInto('weekly_asking')
    .values({ person_id, weekday: 2, hour: 9, every_weeks: 2, next_on: '2099-01-06' })
    .execute();

/** What a person's mail of a circle, of one of its threads, between people and of all of it leads to. */
async function hearLinks(of: Viewer, circleId: number, threadId: number): Promise<Place[]> {
  const urls = await Promise.all([
    unsubscribeUrl(of.personId, circleId),
    unsubscribeUrl(of.personId, circleId, threadId),
    unsubscribeUrl(of.personId, 'between'),
    unsubscribeUrl(of.personId, 'all'),
  ]);
  return urls.map((url) => ({ who: null, path: new URL(url).pathname }));
}

const tomorrow = () => new Date(Date.now() + 24 * 60 * 60 * 1000);

/** What was mailed to people. */
async function links(member: Viewer): Promise<Place[]> {
  await db.updateTable('site').set({ registration: 'open' }).execute();
  forgetSiteSettings();
  const signUp = newToken();
  await db
    .insertInto('sign_up')
    .values({
      ...{ name: 'Amara', email: `${randomUUID()}@example.org`, time_zone: 'UTC' },
      ...{ password_hash: '-', expires_at: tomorrow(), token_hash: hashToken(signUp) },
    })
    .execute();
  const reset = await newAccountLink(db, 'reset-password', member.personId, member.email);
  const confirm = await newAccountLink(db, 'confirm-email', member.personId, member.email);
  return [
    { who: null, path: '/sign-up' },
    { who: null, path: `/sign-up/${signUp}` },
    { who: null, path: `/reset-password/${reset}` },
    { who: member, path: `/confirm-email/${confirm}` },
  ];
}

/** The ways into a listed circle, for people who are new to it. */
async function waysIn(host: Viewer): Promise<Place[]> {
  const circle = await circleOf({ host, visibility: 'listed' });
  const token = newToken();
  await db
    .insertInto('join_link')
    .values({
      ...{ circle_id: circle.id, created_by: host.personId, expires_at: tomorrow() },
      token_hash: hashToken(token),
    })
    .execute();
  const invited = await person('Priya');
  const of = { person_id: invited.personId, email: invited.email };
  await db.insertInto('email_confirmed').values(of).execute();
  const { id } = await db
    .insertInto('invitation')
    .values({
      ...{ circle_id: circle.id, email: invited.email, role: 'member', token_hash: randomUUID() },
      ...{ invited_by: host.personId, expires_at: tomorrow() },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const newcomer = await person('Lena');
  // Who has not said yes to the rules as they are now.
  const late = await person('Tomasz');
  const other = await circleOf({ members: [late] });
  await db
    .insertInto('agreement')
    .values({ circle_id: other.id, version: 2, body: 'Kinder.', written_by: other.host.personId })
    .execute();
  return [
    { who: null, path: `/join/${token}` },
    { who: newcomer, path: `/join/${token}` },
    { who: newcomer, path: `/circles/${circle.slug}/about` },
    { who: invited, path: `/invitations/${id}` },
    { who: late, path: `/circles/${other.slug}/agreement` },
  ];
}

/** A circle behind its plan, with notes further on than one of it has read. */
async function behind(): Promise<Place[]> {
  const circle = await circleOf({ members: [await person('Noor')] });
  const { readingId, bookId, ids } = await readingIn(circle.host);
  const [noor] = circle.members;
  if (!noor) throw new Error('nobody reads here');
  const { threadId } = await threadBy(noor, { sectionId: ids.at(-1) ?? null });
  const path = `/circles/${circle.slug}`;
  const who = circle.host.viewer;
  return [
    { who, path: '/' },
    { who: noor.viewer, path: '/inbox' },
    { who, path: '/books' },
    { who, path },
    { who, path: `${path}/reading` },
    { who, path: `${path}/reading/books/${bookId}` },
    { who, path: `${path}/reading/${readingId}` },
    { who, path: `${path}/reading/${readingId}/edit` },
    { who, path: `${path}/reading/${readingId}/progress` },
    { who, path: `${path}/reading/${readingId}/replanning` },
    { who, path: `${path}/reading/${readingId}/replanning?upTo=1&drop=${ids[3]}` },
    { who, path: `${path}/reading/${readingId}/ending` },
    { who, path: `${path}/threads/${threadId}` },
  ];
}

/** A circle that is done with a book, but for one who still reads it. */
async function wrapped(): Promise<Place[]> {
  const { host, members, readingId, bookId, circle } = await seasonOf(2);
  const [noor] = members;
  if (!noor) throw new Error('nobody has read it');
  await saveProgress(host, readingId, { what: 'place', page: 10, percent: undefined });
  const ended = await endSeason(host, readingId, { day: day(10), zone: host.circle.timeZone });
  if (!ended.ok) throw new Error(ended.reason);
  await writeTakeaway(noor, readingId, { body: 'Measure less.', version: 0 });
  return [
    { who: host.viewer, path: `/circles/${circle.slug}/reading/${readingId}/wrap` },
    { who: host.viewer, path: `/circles/${circle.slug}/reading/new?book=${bookId}` },
    { who: noor.viewer, path: `/circles/${circle.slug}/reading/${readingId}/wrap?write=1` },
  ];
}

/** A circle that has chosen its next book. */
async function chosen(): Promise<Place[]> {
  const { host, slug, members } = await circleOf({ members: [await person('Noor')] });
  const now = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000);
  const date = new Date(now.getTime() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const opened = await openChoice(
    host,
    { date, time: '18:30', zone: host.circle.timeZone, submissionKey: randomUUID() },
    { now },
  );
  if (!opened.ok) throw new Error(opened.reason);
  await proposeBook(
    host,
    opened.choiceId,
    {
      ...{ bookId: null, title: 'Accelerate', author: '', isbn: null, pages: null, why: '' },
      submissionKey: randomUUID(),
    },
    { now },
  );
  const proposals = (await settledChoice(host, opened.choiceId, { now }))?.proposals ?? [];
  const ranking = proposals.map(({ id }) => id);
  for (const member of [host, ...members]) {
    await castBallot(member, opened.choiceId, { ranking, version: 0 }, { now });
  }
  return [{ who: host.viewer, path: `/circles/${slug}/choosing/${opened.choiceId}/reading` }];
}

/** A draft, an open ask, and one that is closed. */
async function asking(who: Viewer): Promise<Place[]> {
  const [draft, open, closed] = [await openAsk(who), await openAsk(who), await openAsk(who)];
  const to = (id: number, state: object) =>
    db.updateTable('ask').set(state).where('id', '=', id).execute();
  await to(draft, { state: 'draft', opened_at: null });
  await to(closed, { state: 'closed', closed_at: new Date(), closed_as: 'found' });
  return [
    { who, path: '/asks' },
    { who, path: addressOfDraft(draft) },
    { who, path: addressOfDraft(open) },
    { who, path: addressOfDiscarding(draft) },
    { who, path: addressOfClosing(open) },
  ];
}

/** Mail that could not be sent, and an address that there is not. */
async function refused(admin: Viewer): Promise<Place[]> {
  const address = `${randomUUID()}@example.org`;
  await db
    .insertInto('refused_address')
    .values({ address_key: address, address, said: '550 5.1.1 No such user' })
    .execute();
  await acrossCircles(db, 'a message is its recipient’s')
    .insertInto('message')
    .values(
      ['one', 'two'].map((occasion) => ({
        ...{ kind: 'password-reset', occasion, recipient: `address:${address}` },
        given: JSON.stringify({ email: address }),
        ...{ attempts: 1, tried_at: new Date(), failed_at: new Date(), said: '550 5.2.1 Disabled' },
      })),
    )
    .execute();
  return [
    { who: admin, path: '/site/mail' },
    { who: admin, path: '/site/mail/addresses' },
  ];
}

/** A circle that is archived, and a session that is cancelled. */
async function atRest(): Promise<Place[]> {
  const archived = await circleOf();
  await archiveCircle(archived.host);
  const { host, slug } = await circleOf();
  const sessionId = await sessionIn(host);
  await cancelSession(host, sessionId, { reason: 'Too many of us are away.' });
  const seriesId = await seriesIn(host);
  await endSeries(host, seriesId, { word: '', version: 1 });
  return [
    { who: archived.host.viewer, path: `/circles/${archived.slug}/reopening` },
    { who: host.viewer, path: `/circles/${slug}/sessions/${sessionId}/restoration` },
    { who: host.viewer, path: `/circles/${slug}/series/${seriesId}/resuming` },
  ];
}

/** An import that is read, and one that nobody goes on with. */
async function imported(who: Viewer): Promise<Place[]> {
  const importIn = async (read: { finished_at?: Date; read_at?: Date }) => {
    const { id } = await db
      .insertInto('shelf_import')
      .values({
        ...{ person_id: who.personId, submission_key: randomUUID(), upload_id: randomUUID() },
        ...{ file_name: 'export.csv', source: 'goodreads', delimiter: ',', bytes: 1, rows_new: 1 },
        ...{ sent_at: new Date('2026-01-01'), ...read },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  };
  const done = await importIn({ finished_at: new Date() });
  const still = await importIn({ read_at: new Date('2026-01-01') });
  return [
    { who, path: `/shelf/imports/${still}` },
    { who, path: `/shelf/imports/${done}/undoing` },
  ];
}

/** Sessions that were held, with what is kept of them, and one that opens with it. */
async function kept(): Promise<Place[]> {
  const noor = await person('Noor');
  const { host, members, slug } = await circleOf({ members: [noor] });
  const [member] = members;
  if (!member) throw new Error('a member');
  const held = await heldIn(host);
  const coming = await comingIn(host);
  const body = 'What would you measure?';
  for (const [sessionId, who] of [
    [coming, member],
    [coming, host],
    [held, member],
  ] as const) {
    const before = { now: new Date(Date.now() - 5 * 24 * 60 * 60 * 1000) };
    await bringQuestion(who, sessionId, { body, version: 0 }, before);
  }
  const runner = await runnerOf(host, coming);
  const [one] = (await recordOnSession(host, coming)).questions;
  if (!runner || !one) throw new Error('a question to pick');
  await pickQuestion(runner, one.id);
  await keepSessionTakeaway(member, held, { body: 'Less.', reach: 'circle', version: 0 });
  const byOn = new Date().toISOString().slice(0, 10);
  await sayCommitment(member, held, { act: 'Ask one more.', byOn, version: 0 });
  const path = `/circles/${slug}/sessions`;
  return [
    { who: host.viewer, path: `${path}/${held}/record` },
    { who: noor, path: `${path}/${held}/record` },
    { who: host.viewer, path: `${path}/${held}/record/minutes` },
    { who: host.viewer, path: `${path}/${held}/record/used` },
    { who: host.viewer, path: `${path}/${held}/attendance` },
    { who: host.viewer, path: `${path}/${held}/close` },
    { who: host.viewer, path: `${path}/${held}/questions` },
    { who: host.viewer, path: `${path}/${coming}/questions` },
    { who: noor, path: `${path}/${coming}/question` },
    { who: noor, path: `${path}/${coming}` },
  ];
}

/** A circle that takes turns, with somebody who pauses, and what a mail of its session leads to. */
async function turns(): Promise<Place[]> {
  const noor = await person('Noor');
  const { host, members, slug } = await circleOf({ members: [noor] });
  const [member] = members;
  if (!member) throw new Error('a member');
  await setRota(host, { runs: true, notes: true, version: 0 });
  await pauseTurns(member, { until: null });
  const mine = await sessionIn(host, { facilitatorId: host.personId });
  await sessionIn(host, { facilitatorId: member.personId });
  const startsAt = new Date((await sessionOf(host, mine))?.startsAt ?? 0);
  const links = await replyLinks({ sessionId: mine, personId: noor.personId, startsAt });
  const path = `/circles/${slug}`;
  return [
    { who: host.viewer, path: `${path}/rota` },
    { who: noor, path: `${path}/rota` },
    { who: host.viewer, path: `${path}/sessions/${mine}/duties` },
    { who: null, path: new URL(links.no).pathname },
  ];
}

/** Rounds in which everybody asks: none yet, before it, while it is read, and when it is over. */
async function rounds(): Promise<Place[]> {
  const noor = await person('Noor');
  const { host, members, slug, id } = await circleOf({ members: [noor, await person('Rui')] });
  const [member, other] = members;
  if (!member || !other) throw new Error('two members');
  const clock = { now: new Date() };
  const soon = new Date(clock.now.getTime() + 5 * 60 * 1000);
  const places: Place[] = [];
  for (const stage of ['none', 'before', 'passed', 'reading', 'late', 'closed'] as const) {
    const sessionId = await sessionIn(host);
    await db
      .updateTable('session')
      .set({ starts_at: soon })
      .where('circle_id', '=', id)
      .where('id', '=', sessionId)
      .execute();
    const path = addressOfRound(slug, sessionId);
    if (stage === 'none') {
      places.push({ who: host.viewer, path: `${path}/setting` });
      continue;
    }
    await setRound(host, sessionId, clock);
    await writtenBy(other, sessionId, `Asked at ${stage}`, clock.now);
    if (stage === 'passed') {
      // What they had written is a draft that they can bring to another.
      await writtenBy(member, sessionId, 'Asked elsewhere', clock.now);
      await passRound(member, sessionId, clock);
    }
    if (stage === 'closed' || stage === 'reading' || stage === 'late') {
      await openRound(host, sessionId, clock);
    }
    if (stage === 'reading') {
      const [turn] = (await roundOf(other, sessionId, clock))?.round?.turns ?? [];
      const reader = await askReaderOf(await viewer(host.personId), turn?.askId ?? 0);
      if (reader) await helpInRound(host, sessionId, reader, true, clock);
    }
    if (stage === 'closed') await closeRound(host, sessionId, clock);
    const more = stage === 'late' ? '?write' : '';
    places.push(
      ...[host.viewer, noor, other.viewer].map((who) => ({ who, path: `${path}${more}` })),
    );
  }
  return places;
}

/** Polls: for a date and for a time of the week, each begun, with a time to choose; one called off. */
async function findingTime(): Promise<Place[]> {
  const noor = await person('Noor');
  const { host, slug, members } = await circleOf({ members: [noor] });
  const [member] = members;
  if (!member) throw new Error('a member');
  const clock = { now: new Date() };
  const ranges = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    ...{ weekday, from: '00:00', to: '24:00', answer: 'yes' as const },
  }));
  await saveUsualTimes(noor, { ranges, version: 0 }, clock);
  const open = await pollIn(host, { slots: soonSlots(clock.now) }, clock);
  await answerAll(member, open, ['yes', 'no', null], { clock });
  const [slot] = (await viewOf(host, open, clock)).slots;
  const weekly = await pollIn(host, { kind: 'weekly', slots: soonSlots(clock.now) }, clock);
  await answerAll(member, weekly, ['if_need_be', null, 'no'], { clock });
  const [week] = (await viewOf(host, weekly, clock)).slots;
  const off = await pollIn(host, { slots: soonSlots(clock.now) }, clock);
  await callOff(host, off, clock);
  return [
    { who: noor, path: addressOfPoll(slug, open) },
    { who: host.viewer, path: addressOfPollSlots(slug, open) },
    { who: host.viewer, path: addressOfPollChoice(slug, open, slot?.id ?? 0) },
    { who: noor, path: addressOfPoll(slug, weekly) },
    { who: host.viewer, path: addressOfPollSlots(slug, weekly) },
    { who: host.viewer, path: addressOfPollChoice(slug, weekly, week?.id ?? 0) },
    { who: host.viewer, path: addressOfPoll(slug, off) },
    { who: host.viewer, path: `${addressOfPoll(slug, off)}/reopening` },
    { who: host.viewer, path: addressOfNewPoll(slug) },
    { who: host.viewer, path: `${addressOfNewPoll(slug)}?kind=weekly` },
  ];
}
