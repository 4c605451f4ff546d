import type { Member } from '#app/access/proofs.ts';
import { forDuty, type PersonOfRota, peopleOfRota } from '#app/series/rota/rows/people.server.ts';
import { byTurn, DUTIES, type Duty } from '#app/series/rota/rules/turn.ts';
import { todayIn } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { turnsToCome } from './duties.server.ts';

/** A member as the page of turns shows them. */
export interface PersonInLine {
  id: number;
  name: string;
  /** when they last had it (ISO), at a session that was; null: not lately */
  last: string | null;
  /** they have it at a session to come */
  coming: boolean;
  /** why they are not next: they pause, or have been at no session yet */
  waits: 'paused' | 'new' | null;
  /** the last day of their pause */
  until: string | null;
}

/** Whose turn it is in a circle: what goes round, who is next, who did it lately, and what is set. */
export async function rotaPage(member: Member, { now = new Date() }: { now?: Date } = {}) {
  const today = todayIn(member.circle.timeZone, now);
  const [rota, people, coming] = await Promise.all([
    db
      .selectFrom('rota')
      .select(['runs', 'notes', 'version'])
      .where(inCircle(member, 'rota'))
      .executeTakeFirst(),
    peopleOfRota(db, member, { session: null, today, now }),
    turnsToCome(member, { now }),
  ]);
  const active = people.filter(({ closed }) => !closed);
  const mine = active.find(({ personId }) => personId === member.personId);
  const line = (duty: Duty) =>
    byTurn(active.map((person) => ({ ...forDuty(person, duty), person })))
      .map(({ person, turns }) => inLine(person, turns, now))
      .sort((a, b) => Number(a.waits !== null) - Number(b.waits !== null));
  return {
    turns: { run: rota?.runs ?? false, notes: rota?.notes ?? false },
    version: rota?.version ?? 0,
    lines: Object.fromEntries(DUTIES.map((duty) => [duty, line(duty)])) as Record<
      Duty,
      PersonInLine[]
    >,
    coming,
    pause: mine?.paused ? { until: mine.pausedUntil } : null,
  };
}

export type RotaPage = Awaited<ReturnType<typeof rotaPage>>;

function inLine(person: PersonOfRota, turns: readonly Date[], now: Date): PersonInLine {
  const been = turns.filter((at) => at <= now).map((at) => at.getTime());
  return {
    ...{ id: person.personId, name: person.name, until: person.pausedUntil },
    last: been.length > 0 ? new Date(Math.max(...been)).toISOString() : null,
    coming: turns.some((at) => at > now),
    waits: person.paused ? 'paused' : person.met ? null : 'new',
  };
}
