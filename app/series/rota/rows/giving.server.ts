import { type ToTell, tellAll } from '#app/notifications/commands/tell.server.ts';
import { type Duty, nextInTurn } from '#app/series/rota/rules/turn.ts';
import { todayIn } from '#app/time/days.ts';
import type { Tx } from '#db/database.server.ts';
import { type InCircle, inCircle } from '#db/in-circle.server.ts';
import { type How, holderOf, logTurn, writeDuty } from './duty.server.ts';
import { forDuty, peopleOfRota } from './people.server.ts';

export interface Circle extends InCircle {
  circle: { timeZone: string };
}

/** A session that is held until the transaction ends, of people who are. */
export interface HeldSession {
  id: number;
  startsAt: Date;
  facilitator_id: number | null;
  note_taker_id: number | null;
}

/** Which duties a circle takes turns at. */
export async function rotaOf(from: Tx, circle: InCircle): Promise<Record<Duty, boolean>> {
  const rota = await from
    .selectFrom('rota')
    .select(['runs', 'notes'])
    .where(inCircle(circle, 'rota'))
    .executeTakeFirst();
  return { run: rota?.runs ?? false, notes: rota?.notes ?? false };
}

/**
 * Gives a duty of a session to whoever is next, and tells them.
 * @param passedBy who can't, where it was passed on
 * @returns who it is; null when nobody is left
 */
export async function giveTurn(
  tx: Tx,
  circle: Circle,
  session: HeldSession,
  { duty, passedBy = null }: { duty: Duty; passedBy?: number | null },
  now: Date,
): Promise<{ personId: number; name: string } | null> {
  const today = todayIn(circle.circle.timeZone, now);
  const people = await peopleOfRota(tx, circle, { session: session.id, today, now });
  const held = { run: session.facilitator_id, notes: session.note_taker_id };
  const next = nextInTurn(people.map((person) => forDuty(person, duty, held)));
  const person = people.find(({ personId }) => personId === next);
  if (!person) return null;
  const { personId, name } = person;
  await takeDuty(tx, circle, session, { duty, personId, how: 'given', by: passedBy }, now);
  return { personId, name };
}

/** Writes who has a duty, keeps how it came, and tells them where they did not do it themselves. */
export async function takeDuty(
  tx: Tx,
  circle: InCircle,
  session: HeldSession,
  turn: { duty: Duty; personId: number; how: How; by: number | null },
  now: Date,
): Promise<void> {
  const { duty, personId, how, by } = turn;
  const { id: sessionId, startsAt } = session;
  await writeDuty(tx, circle, sessionId, { duty, personId }, now);
  await logTurn(tx, circle, { sessionId, duty, personId, how, by }, now);
  if (by === personId) return;
  const yours = {
    occasion: duty === 'run' ? ('session-yours' as const) : ('notes-yours' as const),
    ...{ thing: sessionId, detail: { how }, by, at: now, until: startsAt },
  };
  await tellAll(tx, circle, [[yours, { only: [personId] }] as ToTell]);
}

/**
 * Takes a duty from whoever has it and asks the next one, where the circle takes turns at it. When
 * nobody is left, those who set sessions hear.
 * @returns who has it now; null: nobody
 */
export async function passOn(
  tx: Tx,
  circle: Circle,
  session: HeldSession,
  { duty, by }: { duty: Duty; by: number },
  now: Date,
): Promise<{ personId: number; name: string } | null> {
  const holder = holderOf(session, duty);
  if (holder === null) return null;
  const how: How = by === holder ? 'passed' : 'skipped';
  await logTurn(tx, circle, { sessionId: session.id, duty, personId: holder, how, by }, now);
  await writeDuty(tx, circle, session.id, { duty, personId: null }, now);
  const rota = await rotaOf(tx, circle);
  const next = rota[duty]
    ? await giveTurn(tx, circle, session, { duty, passedBy: holder }, now)
    : null;
  if (!next) {
    const left = { thing: session.id, detail: {}, by: holder, at: now };
    const whom: { roles: ('facilitator' | 'host')[] } = { roles: ['facilitator', 'host'] };
    const told: ToTell =
      duty === 'run'
        ? [{ occasion: 'session-unrunnable', ...left }, whom]
        : [{ occasion: 'notes-untaken', ...left }, whom];
    await tellAll(tx, circle, [told]);
  }
  return next;
}
