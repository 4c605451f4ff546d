import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test } from 'vitest';
import { community } from '#app/demo/community/community.ts';
import { anchorOf } from '#app/demo/days.server.ts';
import { loadDemoOnce } from '#app/demo/load.server.ts';
import { turnAsks } from '#app/mentoring/asks/commands/turn-asks.server.ts';
import { turnNotNows } from '#app/mentoring/asks/commands/turn-not-nows.server.ts';
import { askAfterAll } from '#app/mentoring/conversations/commands/ask-after-all.server.ts';
import { conversationPage } from '#app/mentoring/conversations/queries/conversation-page.server.ts';
import { boardOf } from '#app/mentoring/queries/board.server.ts';
import { onHome } from '#app/mentoring/queries/on-home.server.ts';
import { ledToByCard, ledToByThread } from '#app/mentoring/queries/outcomes.server.ts';
import { nextRound } from '#app/mentoring/rounds/queries/next-round.server.ts';
import { turnWeeks } from '#app/mentoring/week/commands/turn-weeks.server.ts';
import { tendSeries } from '#app/series/commands/tend-series.server.ts';
import { seriesNow, seriesOf } from '#app/series/queries/series.server.ts';
import { rotaPage } from '#app/series/rota/queries/rota.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { joined } from '#db/in-circle.server.ts';
import { asPartner } from '#tests/mentoring/scene.ts';
import { member, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

// A Thursday, so that the anchor is another day.
const now = new Date('2026-03-12T10:00:00Z');

const TABLES = [
  ...['person', 'circle', 'membership', 'agreement_consent', 'book', 'section', 'reading'],
  ...['milestone', 'milestone_section', 'session', 'session_cancellation', 'agenda_item'],
  ...['session_reply', 'thread', 'note', 'note_version', 'thread_visit'],
  ...['place_reached', 'progress_sharing', 'wrap', 'takeaway', 'recommitment'],
  ...['book_choice', 'book_proposal', 'book_proposal_withdrawal', 'ballot', 'book_choice_close'],
  ...['invitation', 'join_request', 'waiting_place', 'email_confirmed', 'site_admin'],
];

async function counts(): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; n: number }>`${sql.join(
    TABLES.map((name) => sql`select ${name}::text as name, count(*) as n from ${sql.table(name)}`),
    sql` union all `,
  )}`.execute(db);
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

const nothing = Object.fromEntries(TABLES.map((name) => [name, 0]));
const circles = community.circles;
const seasons = circles.flatMap(({ season }) => season ?? []);
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

const personId = async (key: string) => {
  const { email } = community.people.find((one) => one.key === key) ?? { email: '' };
  const of = db.selectFrom('person').select('id').where('email', '=', email);
  return (await of.executeTakeFirstOrThrow()).id;
};
const as = async (key: string) => viewer(await personId(key));

describe('the demo community', () => {
  let links: { label: string; path: string }[] = [];

  beforeAll(async () => {
    expect(await counts()).toEqual(nothing);
    links = await loadDemoOnce(db, now);
  });

  test('is all there', async () => {
    const threads = circles.flatMap((circle) => circle.threads);
    const sessions = circles.flatMap((circle) => circle.sessions);
    expect(await counts()).toMatchObject({
      person: community.people.length,
      email_confirmed: community.people.length,
      site_admin: 1,
      circle: circles.length,
      membership: sum(circles.map(({ memberships }) => memberships.length)),
      agreement_consent: sum(circles.map(({ memberships }) => memberships.length)),
      book: circles.length + seasons.length,
      section: sum(community.books.map(({ sections }) => sections.length)),
      reading: circles.length + seasons.length,
      wrap: seasons.length,
      takeaway: sum(seasons.map(({ takeaways }) => takeaways.length)),
      recommitment: sum(seasons.map(({ staying }) => staying.length)),
      session: sessions.length,
      session_cancellation: sessions.filter(({ cancelled }) => cancelled).length,
      // One is an ask that its asker brought.
      agenda_item: sum(sessions.map(({ agenda }) => agenda.length)) + 1,
      session_reply: sum(sessions.map(({ replies }) => Object.keys(replies).length)),
      thread: threads.length,
      note: sum(threads.map(({ notes }) => notes.length)),
      note_version: 2,
      place_reached: 4,
      progress_sharing: 3,
      book_choice: 3,
      book_proposal: 13,
      book_proposal_withdrawal: 1,
      ballot: 4,
      book_choice_close: 2,
      invitation: 2,
      join_request: 1,
      waiting_place: 2,
    });
  });

  test('has what was brought to a session before the card that closes it', async () => {
    const { rows } = await sql<{ deck: string | null }>`
      select (select l.deck from agenda_item l
        where l.circle_id = own.circle_id and l.session_id = own.session_id
        order by l.position desc limit 1) as deck
      from ask_reach r
      join agenda_item own on own.circle_id = r.circle_id and own.id = r.agenda_item_id`.execute(
      acrossCircles(db, 'a test'),
    );
    expect(rows).toEqual([{ deck: 'closing-and-commitments' }]);
  });

  test('says nothing from the future, and keeps its weekdays', async () => {
    const { rows } = await sql<{ late: number; unordered: number; sundays: number }>`
      select
        (select count(*) from note where greatest(posted_at, edited_at) > ${now}) as late,
        (select count(*) from note a join note b on a.thread_id = b.thread_id and a.id < b.id
          where a.posted_at > b.posted_at) as unordered,
        (select count(*) from session s join circle c on c.id = s.circle_id
          where c.slug = 'tuesday-leads'
          and extract(isodow from s.starts_at at time zone c.time_zone) <> 2) as sundays`.execute(
      db,
    );
    expect(rows).toEqual([{ late: 0, unordered: 0, sundays: 0 }]);
    const next = await db
      .selectFrom('session')
      .innerJoin('circle', 'circle.id', 'session.circle_id')
      .select(['session.title', 'session.starts_at'])
      .where('circle.slug', '=', 'tuesday-leads')
      .where('starts_at', '>', now)
      .orderBy('starts_at')
      .executeTakeFirstOrThrow();
    expect(next).toEqual({
      title: 'Surprises and traps',
      starts_at: new Date('2026-03-17T17:30:00Z'),
    });
  });

  test('has a series with turns, a day without, and more to come of it', async () => {
    const { email } = community.people.find(({ key }) => key === 'noor') ?? { email: '' };
    const { id } = await db
      .selectFrom('person')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    const noor = await member(await viewer(id), 'tuesday-leads');
    const [line] = await seriesNow(noor, { now });
    const days = async () => {
      const series = await seriesOf(noor, line?.id ?? 0, { now });
      return series?.sessions.map(({ occursOn, cancelled }) => (cancelled ? 'none' : occursOn));
    };
    expect(line?.recurs).toBe('Every second Tuesday, 18:30 (Madrid)');
    const told = ['2026-03-17', '2026-03-31', '2026-04-14', 'none', '2026-05-12', '2026-05-26'];
    expect(await days()).toEqual(told);
    const { turns, coming } = await rotaPage(noor, { now });
    expect(turns).toEqual({ run: true, notes: true });
    expect(coming.slice(0, 2).map(({ run }) => run?.name)).toEqual([
      'Rui Tavares',
      'Hanne Lindqvist',
    ]);
    await tendSeries({ now: new Date('2026-04-01T10:00:00Z') });
    expect(await days()).toEqual([...told, '2026-06-09', '2026-06-23']);
  });

  test('keeps each thread’s counts and finds its last note', async () => {
    const { rows } = await sql`
      select t.id from thread t where t.note_count is distinct from
          (select count(*) from note n where n.thread_id = t.id)
        or t.last_note_id is distinct from (select max(id) from note n where n.thread_id = t.id)
        or t.last_note_at is distinct from
          (select posted_at from note n where n.id = t.last_note_id)`.execute(db);
    expect(rows).toEqual([]);
  });

  test('has a poll that waits for Noor, and one that became the session of its time', async () => {
    const noor = await as('noor');
    const { polls } = await onHome(noor, { now });
    expect(polls).toMatchObject([{ kind: 'dates', left: 5 }]);
    const settled = await acrossCircles(db, 'a test')
      .selectFrom('time_poll_end as end')
      .innerJoin('time_poll_slot as slot', (join) => join.on(joined('slot.id', 'end.slot_id')))
      .innerJoin('session', (join) => join.on(joined('session.id', 'end.session_id')))
      .select(['slot.starts_at as slot', 'session.starts_at as session', 'end.ended_as'])
      .execute();
    expect(settled).toEqual([
      { ended_as: 'chosen', slot: settled[0]?.session, session: expect.any(Date) },
    ]);
    const lines = await acrossCircles(db, 'a test')
      .selectFrom('inbox_item')
      .select('person_id')
      .where('kind', '=', 'poll-opened')
      .execute();
    // All but Leila, who asked.
    expect(lines).toHaveLength(4);
  });

  test('has a choice that is open and counts that took three rounds', async () => {
    const { rows } = await sql<{ title: string; rounds: number; reads: boolean }>`
      select p.title, jsonb_array_length(c.rounds) as rounds, c.reading_id is not null as reads
      from book_choice_close c join book_proposal p on p.id = c.winner_proposal_id
      order by p.id`.execute(db);
    expect(rows).toEqual([
      { title: 'Thinking in Systems', rounds: 3, reads: true },
      { title: 'Humble Inquiry', rounds: 3, reads: false },
    ]);
    const { closes_at } = await db
      .selectFrom('book_choice as choice')
      .leftJoin('book_choice_close as close', 'close.choice_id', 'choice.id')
      .select('choice.closes_at')
      .where('close.at', 'is', null)
      .executeTakeFirstOrThrow();
    expect(closes_at.getTime()).toBeGreaterThan(now.getTime());
  });

  test('renders every note', async () => {
    const notes = await db.selectFrom('note').select(['body', 'body_html']).execute();
    for (const { body, body_html } of notes) {
      expect(body_html).toMatch(/^<(p|ul|ol|blockquote|table|pre|h\d)/);
      expect(body_html).not.toBe(body);
    }
    expect(notes.some(({ body_html }) => body_html.includes('<table>'))).toBe(true);
  });

  test('leaves something new for members, and nothing of their own', async () => {
    const { rows } = await sql<{ unseen: number; own: number }>`
      select count(*) filter (where n.author_id <> m.person_id) as unseen,
        count(*) filter (where n.author_id = m.person_id) as own
      from membership m join note n on n.circle_id = m.circle_id
      left join thread_visit v on v.thread_id = n.thread_id and v.person_id = m.person_id
      where not coalesce(v.seen, '{}') @> n.id`.execute(db);
    expect(rows[0]?.own).toBe(0);
    expect(rows[0]?.unseen).toBeGreaterThan(20);
  });

  test('has told them, and no mail waits', async () => {
    const items = await db
      .selectFrom('inbox_item')
      .innerJoin('person', 'person.id', 'inbox_item.person_id')
      .select(['person.name', 'inbox_item.read_at', 'inbox_item.mail_at', 'inbox_item.at'])
      .execute();
    const noors = items.filter(({ name }) => name.startsWith('Noor'));
    expect(noors.filter(({ read_at }) => read_at === null).length).toBeGreaterThan(3);
    expect(noors.filter(({ read_at }) => read_at !== null).length).toBeGreaterThan(3);
    expect(items.filter(({ mail_at, at }) => mail_at !== null || at > now)).toEqual([]);
  });

  describe('asks for help', () => {
    test('has boards that live, with an ask brought to the next session', async () => {
      const noor = await as('noor');
      const board = await boardOf(await member(noor, 'tuesday-leads'), { now });
      expect(board.own.map(({ answers }) => answers.map(({ state }) => state))).toEqual([
        ['made', 'not_now', 'made'],
      ]);
      const asking = board.others.map(({ by, startsAt }) => [by, startsAt !== null]);
      expect(asking).toEqual([
        ['Elif Aydın', true],
        ['Tomasz Maj', false],
        ['Kwame Boateng', false],
      ]);
      expect(board.opening?.by).toBe('Ines Soto');
      expect(board.told?.by).toBe('Hanne Lindqvist');
      // Noor has blocked Camila, who asks there, too.
      const desk = await boardOf(await member(noor, 'other-side-of-the-desk'), { now });
      expect(desk.others.map(({ by }) => by)).toEqual(['Leila Haddad', 'Marcus Whitfield']);
    });

    test('brings them home', async () => {
      const { needs, fresh } = (await onHome(await as('noor'), { now })).asks;
      expect(needs.map(({ eyebrow }) => eyebrow)).toEqual([
        'Kwame Boateng can help',
        'Hanne Lindqvist can help',
        'Elif Aydın asks you, until Tuesday 17 March',
        'Rui Tavares wrote to you',
      ]);
      const asking = fresh.flatMap(({ slug, asks }) => asks.map(({ by }) => [slug, by]));
      expect(asking).toContainEqual(['tuesday-leads', 'Tomasz Maj asks']);
      expect(asking).toContainEqual(['other-side-of-the-desk', 'Leila Haddad asks']);
    });

    test('has a conversation in full swing, with one note new and a meeting to come', async () => {
      const { id } = await db
        .selectFrom('conversation as c')
        .innerJoin('ask as a', 'a.id', 'c.ask_id')
        .select('c.id')
        .where('c.ended_at', 'is', null)
        .executeTakeFirstOrThrow();
      const noors = await asPartner(await as('noor'), id);
      if (!noors) throw new Error('Noor is not in it.');
      const page = await conversationPage(noors, { kind: 'landing' }, { now });
      expect(page.notes.length).toBe(7);
      expect(page.unseen).not.toBeNull();
      const meetings = await db.selectFrom('conversation_meeting').select('starts_at').execute();
      expect(meetings.map(({ starts_at }) => starts_at > now)).toEqual([true]);
    });

    test('has a round for which three of seven have written', async () => {
      const rui = await member(await as('rui'), 'tuesday-leads');
      expect(await nextRound(rui, { now })).toMatchObject({
        people: 7,
        written: 3,
        mine: 'nothing',
      });
    });

    test('shows what a page and a card led to', async () => {
      const noor = await as('noor');
      const { id } = await db
        .selectFrom('thread')
        .select('id')
        .where('title', '=', 'The stocks we never write down')
        .executeTakeFirstOrThrow();
      const tuesdays = await member(noor, 'tuesday-leads');
      expect([...(await ledToByThread(tuesdays, id)).values()].flat()).toHaveLength(1);
      expect(await ledToByCard(noor, 'asking-for-help', 'asking-upwards')).toHaveLength(1);
    });

    test('says nothing from the future, and nothing after its end', async () => {
      const { rows } = await sql<{ what: string }>`
        select 'ask' as what from ask where greatest(opened_at, saved_at, closed_at) > ${now}
        union all select 'answer' from offer o join ask a on a.id = o.ask_id
          where o.made_at > ${now} or o.made_at < a.opened_at or o.made_at > a.closed_at
        union all select 'note' from conversation_note n
          join conversation c on c.id = n.conversation_id
          where n.posted_at > ${now} or n.posted_at < c.opened_at or n.posted_at > c.ended_at
        union all select 'outcome' from ask_outcome o join conversation c on c.id = o.conversation_id
          where o.at > ${now} or o.at < c.asked_after_at
        union all select 'source' from ask a join note n on n.id = a.source_note_id
          where n.posted_at > a.saved_at
        union all select 'told' from told where at > ${now}
        union all select 'week' from weekly_ask where result_at > ${now}`.execute(db);
      expect(rows).toEqual([]);
    });

    test('and nobody is told any of it by mail at once', async () => {
      for (const turn of [turnAsks, turnNotNows, turnWeeks]) await turn({ now });
      await askAfterAll({ now });
      const waiting = db.selectFrom('inbox_item').select('kind').where('mail_at', 'is not', null);
      expect(await waiting.execute()).toEqual([]);
      expect(await db.selectFrom('message').select('kind').execute()).toEqual([]);
    });
  });

  test('numbers chapters and parts apart from their titles', async () => {
    const sections = await db
      .selectFrom('section')
      .innerJoin('book', 'book.id', 'section.book_id')
      .select(['section.label', 'section.title', 'section.kind'])
      .where('book.title', '=', 'Thinking in Systems')
      .where('position', 'in', [0, 1, 2])
      .orderBy('position')
      .execute();
    expect(sections).toEqual([
      { label: '', title: 'Introduction: The System Lens', kind: 'front' },
      { label: 'One', title: 'System Structure and Behavior', kind: 'part' },
      { label: '1', title: 'The Basics', kind: 'chapter' },
    ]);
  });

  test('is loaded once, with fresh links each time', async () => {
    const before = await counts();
    const again = await loadDemoOnce(db, new Date('2026-04-01T10:00:00Z'));
    expect(await counts()).toEqual(before);
    expect(links.map(({ label }) => label)).toEqual([
      'As a host: Ines Soto',
      'As a facilitator: Rui Tavares',
      'As a member: Noor Karim',
      'As the site’s admin: Judit Farkas',
    ]);
    expect(again.map(({ label }) => label)).toEqual(links.map(({ label }) => label));
    expect(new Set([...links, ...again].map(({ path }) => path)).size).toBe(8);
  });
});

describe('an installation', () => {
  const clear = () => sql`truncate person, circle cascade`.execute(db);

  test('with people of its own gets no demo', async () => {
    await clear();
    await person('Noor');
    const before = await counts();
    expect(before).toMatchObject({ person: 1, circle: 0 });
    await expect(loadDemoOnce(db, now)).rejects.toThrow(/the demo community was not loaded/);
    expect(await counts()).toEqual(before);
  });

  test('that is started twice at once gets one demo', async () => {
    await clear();
    await Promise.all([loadDemoOnce(db, now), loadDemoOnce(db, now)]);
    expect(await counts()).toMatchObject({ person: community.people.length, circle: 3 });
  });
});

describe('the anchor', () => {
  test.each([
    ['on a Sunday evening', '2026-03-15T20:00:00Z', '2026-03-15'],
    ['on a Sunday morning', '2026-03-15T09:00:00Z', '2026-03-08'],
    ['on a Monday', '2026-03-16T09:00:00Z', '2026-03-15'],
    ['on a Saturday', '2026-03-14T23:30:00Z', '2026-03-08'],
    ['just after the clocks changed', '2026-03-29T18:00:00Z', '2026-03-29'],
  ])('%s', (_, moment, day) => {
    const anchor = anchorOf(7, 'Europe/Madrid', new Date(moment));
    expect(anchor.toPlainDate().toString()).toBe(day);
    expect(anchor.toPlainTime().equals(Temporal.PlainTime.from('19:00'))).toBe(true);
  });

  test('is Sunday in the circle’s own zone', () => {
    const monday = new Date('2026-03-15T20:00:00Z');
    expect(anchorOf(7, 'Asia/Singapore', monday).toString()).toContain('2026-03-15T19:00:00+08:00');
    expect(anchorOf(7, 'America/Toronto', monday).toString()).toContain('2026-03-08T19:00:00');
  });
});
