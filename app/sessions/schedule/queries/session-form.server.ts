import type { Member } from '#app/access/proofs.ts';
import { milestonesOf } from '#app/reading/queries/readings.server.ts';
import { deckChoices } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import type { SessionView } from '#app/sessions/queries/session-view.ts';
import type { ZoneCount } from '#app/sessions/schedule/rules/everyones-day.ts';
import type { AgendaRow } from '#app/sessions/schedule/rules/session-draft.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import {
  type LocalTimeChoice,
  localTimeOf,
  resolveLocalTime,
  type Unresolved,
} from '#app/time/local-time.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** What the form of a session shows before anything is typed. */
export interface SessionDefaults {
  title: string;
  date: string;
  time: string;
  /** set where clocks show that time twice: the question which, and which it is so far */
  twice?: Unresolved;
  choice?: LocalTimeChoice;
  minutes: string;
  place: string;
  facilitatorId: string;
  milestoneId: string;
  agenda: AgendaRow[];
}

/** What a session's form chooses from, and whose day it is set into. */
export async function sessionChoices(member: Member, clock: Clock = {}) {
  const [people, milestones, shelves] = await Promise.all([
    db
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
      .select(['person.id', 'person.name', 'person.time_zone'])
      .select(({ exists, selectFrom }) =>
        exists(
          selectFrom('rota')
            .select('rota.circle_id')
            .where(inCircle(member, 'rota'))
            .where('rota.runs', '=', true),
        ).as('takes_turns'),
      )
      .where(inCircle(member, 'membership'))
      .where('closed.person_id', 'is', null)
      .orderBy('membership.joined_at')
      .orderBy('person.id')
      .execute(),
    milestonesOf(member, clock),
    deckChoices(),
  ]);
  const counts = new Map<string, number>();
  for (const { time_zone } of people) counts.set(time_zone, (counts.get(time_zone) ?? 0) + 1);
  const zones: ZoneCount[] = [...counts].map(([zone, count]) => ({ zone, people: count }));
  return {
    zone: member.circle.timeZone,
    people: people.map(({ id, name }) => ({ id, name })),
    /** who runs its sessions goes round: nobody named is whoever is next */
    takesTurns: people.some(({ takes_turns }) => takes_turns),
    milestones: milestones.map(({ id, dueOn, title, words }) => ({ id, dueOn, title, words })),
    shelves,
    zones,
  };
}

export type SessionChoices = Awaited<ReturnType<typeof sessionChoices>>;

/**
 * A new session as the last one was: same weekday's time, length and place; the next milestone. Run
 * by whose turn it is, else by whoever sets it.
 */
export async function firstDefaults(
  member: Member,
  { milestones, takesTurns }: Pick<SessionChoices, 'milestones' | 'takesTurns'>,
  { now = new Date() }: Clock = {},
): Promise<SessionDefaults> {
  const [last, taken] = await Promise.all([
    db
      .selectFrom('session')
      .select(['starts_at', 'time_zone', 'minutes', 'place'])
      .where(inCircle(member, 'session'))
      .orderBy('starts_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
    db
      .selectFrom('session')
      .select('milestone_id')
      .where(inCircle(member, 'session'))
      .where('starts_at', '>', now)
      .where('milestone_id', 'is not', null)
      .execute(),
  ]);
  const today = todayIn(member.circle.timeZone, now);
  const milestone = milestones.find(
    ({ id, dueOn }) => dueOn > today && !taken.some(({ milestone_id }) => milestone_id === id),
  );
  return {
    title: '',
    date: milestone?.dueOn ?? '',
    time: last ? localTimeOf(last.starts_at, last.time_zone).time : '18:30',
    minutes: String(last?.minutes ?? 75),
    place: last?.place ?? '',
    facilitatorId: takesTurns ? '' : String(member.personId),
    milestoneId: milestone ? String(milestone.id) : '',
    agenda: [],
  };
}

/** A session as its form shows it for changing. */
export function defaultsOf(session: SessionView, zone: string): SessionDefaults {
  const { date, time, choice } = localTimeOf(new Date(session.startsAt), zone);
  const resolved = resolveLocalTime({ date, time, zone }, { now: new Date(0) });
  return {
    title: session.title,
    date,
    time,
    ...(!resolved.ok && { twice: resolved, choice }),
    minutes: String(session.minutes),
    place: session.place,
    facilitatorId: session.facilitator ? String(session.facilitator.id) : '',
    milestoneId: session.milestoneId === null ? '' : String(session.milestoneId),
    agenda: session.agenda.map(({ id, title, minutes, deck, card }) => ({
      id: String(id),
      title,
      minutes: String(minutes),
      deck: deck ?? '',
      card: card ?? '',
    })),
  };
}
