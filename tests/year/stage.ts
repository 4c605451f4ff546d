import { randomUUID } from 'node:crypto';
import { asHost } from '#app/access/membership.server.ts';
import type { Host, Member, Viewer } from '#app/access/proofs.ts';
import { saveProfile } from '#app/accounts/commands/save-profile.server.ts';
import { makeFeed } from '#app/calendars/feed/commands/make-feed.server.ts';
import { readFeed } from '#app/calendars/feed/commands/read-feed.server.ts';
import { changeSettings } from '#app/circles/commands/change-settings.server.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { chooseSlot } from '#app/polls/commands/choose-slot.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { changeSeries } from '#app/series/commands/change-series.server.ts';
import { endSeries } from '#app/series/commands/end-series.server.ts';
import { skipDay } from '#app/series/commands/skip-day.server.ts';
import { ruleOf, type Weekday } from '#app/series/rules/pattern.ts';
import { setCircleReminders } from '#app/sessions/reminders/commands/set-circle-reminders.server.ts';
import { setOwnReminder } from '#app/sessions/reminders/commands/set-own-reminder.server.ts';
import type { Lead } from '#app/sessions/reminders/rules/leads.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { restoreSession } from '#app/sessions/schedule/commands/restore-session.server.ts';
import { invitationTo } from '#tests/circles/circle.ts';
import { answerAll, pollIn, viewOf } from '#tests/polls/support.ts';
import { bookIn } from '#tests/reading/planned.ts';
import { seriesForm, seriesIn } from '#tests/series/support.ts';
import { sessionForm, sessionIn } from '#tests/sessions/support.ts';
import { type CastCircle, circleOf, member, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import {
  BOOK,
  type CircleName,
  circles,
  type Happens,
  type Of,
  people,
  type Rule,
  type Who,
} from './script.ts';

const PLACE = 'https://meet.example.org/year';

const patternOf = (rule: Rule) => {
  if ('weeks' in rule)
    return { by: 'week', every: rule.weeks, weekdays: [rule.weekday as Weekday] } as const;
  if ('day' in rule) return { by: 'month-day', every: rule.months, day: rule.day } as const;
  return {
    by: 'month-weekday',
    every: rule.months,
    nth: rule.nth,
    weekday: rule.weekday as Weekday,
  } as const;
};

/** The people and circles of the script, as Octavo has them, and what they do there. */
export async function stageYear() {
  const cast = new Map<Who, Viewer & { email: string }>();
  for (const [who, timeZone] of Object.entries(people)) {
    cast.set(who as Who, await person(who as 'Ines', { timeZone }));
  }
  const made = new Map<CircleName, CastCircle>();
  for (const [name, { zone, members }] of Object.entries(circles)) {
    const [host, ...others] = members.map(who);
    const given = { name, timeZone: zone, members: others, ...(host && { host }) };
    made.set(name as CircleName, await circleOf(given));
  }
  const feeds = new Map<Who, string>();
  for (const name of cast.keys()) {
    const feed = await makeFeed(who(name), { circle: '', submissionKey: randomUUID() });
    if (feed.ok) feeds.set(name, feed.token);
  }
  const series = new Map<string, number>();
  const sessions = new Map<string, number>();
  const polls = new Map<string, { id: number; circle: CircleName }>();
  const readingId = await readingOf();
  return { act, addressOf: (name: Who) => who(name).email, feedOf, namesOf, nameOf };

  function who(name: Who) {
    return found(cast, name);
  }

  async function asMember(name: Who, circle: CircleName): Promise<Member> {
    return member(who(name), found(made, circle).slug);
  }

  async function hostOf(circle: CircleName): Promise<Host> {
    const host = asHost(await asMember(circles[circle].members[0], circle));
    if (!host) throw new Error('no host');
    return host;
  }

  async function readingOf(): Promise<number> {
    const host = await hostOf(BOOK.circle);
    const { bookId, ids } = await bookIn(host);
    const planned = await planReading(host, {
      ...{ bookId, submissionKey: randomUUID(), terms: plainTerms },
      ...{ startsOn: BOOK.from, endsOn: BOOK.until },
      milestones: [{ title: '', dueOn: BOOK.until, sectionIds: ids }],
    });
    if (!planned.ok) throw new Error(planned.reason);
    return planned.readingId;
  }

  async function sessionOf(of: Of): Promise<{ id: number; host: Host; version: number }> {
    const row = await db
      .selectFrom('session')
      .select(['id', 'circle_id', 'version'])
      .where((eb) =>
        typeof of === 'string'
          ? eb('id', '=', found(sessions, of))
          : eb.and({ series_id: found(series, of.series), occurs_on: of.day }),
      )
      .executeTakeFirstOrThrow();
    const [circle] = [...made].find(([, { id }]) => id === row.circle_id) ?? [];
    return { ...row, host: await hostOf(circle as CircleName) };
  }

  async function seriesOf(name: string) {
    const row = await db
      .selectFrom('series')
      .select(['id', 'circle_id', 'version', 'minutes', 'title', 'until_on', 'time_zone'])
      .where('id', '=', found(series, name))
      .executeTakeFirstOrThrow();
    const [circle] = [...made].find(([, { id }]) => id === row.circle_id) ?? [];
    return { ...row, host: await hostOf(circle as CircleName) };
  }

  async function act(event: Happens): Promise<void> {
    const clock = { now: new Date() };
    switch (event.does) {
      case 'begins': {
        const host = await hostOf(event.circle);
        const { rule, first: startsOn, time, minutes, until: untilOn = null, withBook } = event;
        const form = {
          title: event.series,
          rule: ruleOf(patternOf(rule)),
          startsOn,
          time,
          minutes,
          untilOn,
        };
        const more = {
          zone: host.circle.timeZone,
          place: PLACE,
          readingId: withBook ? readingId : null,
        };
        series.set(event.series, await seriesIn(host, { ...form, ...more }, clock));
        return;
      }
      case 'changes':
      case 'splits': {
        const { host, ...row } = await seriesOf(event.series);
        const {
          submissionKey: _,
          adopts: __,
          ...form
        } = seriesForm({
          ...{
            title: event.does === 'splits' ? event.as : row.title,
            place: PLACE,
            minutes: row.minutes,
          },
          ...{ rule: ruleOf(patternOf(event.rule)), startsOn: event.first, time: event.time },
          ...{ zone: row.time_zone, untilOn: row.until_on },
        });
        const from =
          event.does === 'splits'
            ? (await sessionOf({ series: event.series, day: event.day })).id
            : null;
        const change = {
          series: form,
          sessionId: from,
          isFollowing: from !== null,
          version: row.version,
        };
        const changed = await changeSeries(host, row.id, change, clock);
        if (!changed.ok) throw new Error(changed.reason);
        if (event.does === 'splits') series.set(event.as, changed.seriesId);
        return;
      }
      case 'ends': {
        const { host, id, version } = await seriesOf(event.series);
        return expectOk(await endSeries(host, id, { word: 'Thank you all.', version }, clock));
      }
      case 'finishes the book': {
        const by = { day: '2028-06-03', zone: circles[BOOK.circle].zone };
        return expectOk(await endSeason(await hostOf(BOOK.circle), readingId, by, clock));
      }
      case 'sets': {
        const form = { title: event.session, date: event.date, time: event.time, place: PLACE };
        sessions.set(event.session, await sessionIn(await hostOf(event.circle), form, clock));
        return;
      }
      case 'moves': {
        const { id, host, version } = await sessionOf(event.of);
        const row = await db
          .selectFrom('session')
          .select(['title', 'minutes', 'place', 'time_zone'])
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        const { submissionKey: _, ...form } = sessionForm({
          ...{ title: row.title, minutes: row.minutes, place: row.place, zone: row.time_zone },
          ...{ date: event.date, time: event.time },
        });
        return expectOk(await changeSession(host, id, { ...form, version }, clock));
      }
      case 'skips': {
        const { id, host } = await sessionOf(event.of);
        return expectOk(await skipDay(host, id, clock));
      }
      case 'calls off': {
        const { id, host } = await sessionOf(event.of);
        return expectOk(await cancelSession(host, id, { reason: 'Too few.' }, clock));
      }
      case 'puts back': {
        const { id, host } = await sessionOf(event.of);
        return expectOk(await restoreSession(host, id, clock));
      }
      case 'answers': {
        const { id, host } = await sessionOf(event.of);
        const as = await member(who(event.who), host.circle.slug);
        await replyToSession(as, id, { answer: event.answer }, clock);
        return;
      }
      case 'joins': {
        const joiner = who(event.who);
        const { token } = await invitationTo(found(made, event.circle), joiner.email);
        return expectOk(await joinCircle(joiner, { token }, 1));
      }
      case 'leaves':
        await leaveCircle(await asMember(event.who, event.circle));
        return;
      case 'lives elsewhere': {
        const { name } = who(event.who);
        const form = {
          name,
          whatIDo: '',
          company: '',
          askMeAbout: '',
          timeZone: event.zone,
          version: 1,
        };
        if (!(await saveProfile(await viewer(who(event.who)), form))) throw new Error('not saved');
        return;
      }
      case 'goes by other clocks': {
        const { purpose, seats, cloth, visibility, version } = await db
          .selectFrom('circle')
          .select(['purpose', 'seats', 'cloth', 'visibility', 'version'])
          .where('id', '=', found(made, event.circle).id)
          .executeTakeFirstOrThrow();
        const form = {
          name: event.circle,
          purpose,
          seats,
          cloth,
          visibility,
          version,
          timeZone: event.zone,
        };
        return expectOk(await changeSettings(await hostOf(event.circle), form as never));
      }
      case 'trims': {
        const { leads } = event;
        return expectOk(
          await setCircleReminders(await hostOf(event.circle), { leads, version: 0 }, clock),
        );
      }
      case 'does without':
        await setOwnReminder(
          await asMember(event.who, event.circle),
          event.lead as Lead,
          false,
          clock,
        );
        return;
      case 'asks for times': {
        const host = await hostOf(event.circle);
        const slots = event.slots.map(({ date, time }) => ({ date, time, choice: undefined }));
        const form = {
          title: event.poll,
          minutes: 75,
          place: PLACE,
          zone: host.circle.timeZone,
          slots,
        };
        const id = await pollIn(host, form, clock);
        polls.set(event.poll, { id, circle: event.circle });
        for (const name of circles[event.circle].members) {
          const said = event.slots.map(
            (slot) => (slot.said as Partial<Record<Who, 'yes'>>)[name] ?? null,
          );
          if (said.some(Boolean))
            await answerAll(await asMember(name, event.circle), id, said, { clock });
        }
        return;
      }
      case 'chooses': {
        const { id, circle } = found(polls, event.poll);
        const host = await hostOf(circle);
        const slotId = found(
          new Map((await viewOf(host, id, clock)).slots.map((slot, at) => [at, slot.id])),
          event.slot,
        );
        const chosen = await chooseSlot(host, id, { slotId, refused: [] }, clock);
        if (!chosen.ok) throw new Error(chosen.reason);
        sessions.set(event.session, chosen.sessionId);
      }
    }
  }

  async function feedOf(name: Who): Promise<string> {
    const feed = await readFeed(found(feeds, name));
    if (!feed.ok) throw new Error(feed.reason);
    return feed.text;
  }

  /** What the script calls a session. */
  async function nameOf(sessionId: number): Promise<string> {
    const [alone] = [...sessions].find(([, id]) => id === sessionId) ?? [];
    if (alone) return alone;
    const row = await db
      .selectFrom('session')
      .select(['series_id', 'occurs_on'])
      .where('id', '=', sessionId)
      .executeTakeFirst();
    const [name] = [...series].find(([, id]) => id === row?.series_id) ?? [];
    return `${name} ${row?.occurs_on}`;
  }

  /** What the script calls the things calendars know by these names. */
  async function namesOf(): Promise<Map<string, string>> {
    const named = new Map<string, string>();
    const rows = await db.selectFrom('series').select(['id', 'calendar_uid']).execute();
    for (const [name, id] of series)
      named.set(rows.find((row) => row.id === id)?.calendar_uid ?? '', name);
    const alone = await db.selectFrom('session').select(['id', 'calendar_uid']).execute();
    for (const [name, id] of sessions)
      named.set(alone.find((row) => row.id === id)?.calendar_uid ?? '', name);
    return named;
  }
}

function found<K, V>(all: ReadonlyMap<K, V>, key: K): V {
  const value = all.get(key);
  if (value === undefined) throw new Error(`There is no ${String(key)}.`);
  return value;
}

function expectOk(done: { ok: boolean; reason?: string }): void {
  if (!done.ok) throw new Error(done.reason);
}
