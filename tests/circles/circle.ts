import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Viewer } from '#app/access/proofs.ts';
import { type CircleInput, createCircle } from '#app/circles/commands/create-circle.server.ts';
import { type InvitationInput, invite } from '#app/joining/commands/invite.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { type CastCircle, circleOf, type Name, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

/** What tests about circles look at and do again and again. */

export const circleForm = (given: Partial<CircleInput> = {}): CircleInput => ({
  name: 'Tuesday leads',
  purpose: 'We read slowly.',
  seats: 8,
  timeZone: 'Europe/Madrid',
  visibility: 'private',
  cloth: 'indigo',
  agreement: 'What is said here stays here.',
  submissionKey: randomUUID(),
  ...given,
});

export async function startCircle(viewer: Viewer, given: Partial<CircleInput> = {}) {
  const started = await createCircle(viewer, circleForm(given));
  if (!started.ok) throw new Error(started.reason);
  return started;
}

/** A circle of three seats, all taken. */
export async function fullCircle(given: { visibility?: 'listed' | 'private' } = {}) {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const circle = await circleOf({ seats: 3, members: [noor, rui], ...given });
  return { circle, noor, rui };
}

/** Invites these addresses, with commas between. */
export const inviteForm = (
  emails: string,
  given: Partial<InvitationInput> = {},
): InvitationInput => ({
  to: emails.split(/, */).map((email) => ({ name: '', email })),
  role: 'member',
  word: '',
  again: false,
  submissionKey: randomUUID(),
  ...given,
});

/** A token of a personal invitation. */
export async function invitationTo(
  circle: CastCircle,
  email = 'lena@example.org',
  role: 'member' | 'facilitator' = 'member',
): Promise<{ token: string; invitationId: number }> {
  const invited = await invite(circle.host, inviteForm(email, { role, again: true }));
  const [one] = invited.ok ? invited.each : [];
  if (one?.is !== 'invited' || !one.token) throw new Error('The invitation was not made.');
  return { token: one.token, invitationId: one.invitationId };
}

/** Puts people in line, in this order, by an invitation each. */
export async function inLine(circle: CastCircle, ...names: Name[]): Promise<Viewer[]> {
  const people: Viewer[] = [];
  for (const name of names) {
    const who = await person(name);
    const { token } = await invitationTo(circle, who.email);
    const joined = await joinCircle(who, { token }, 1);
    if (!joined.ok || joined.seating.kind !== 'waiting') throw new Error(`${name} is not in line.`);
    people.push(who);
  }
  return people;
}

/** Members as name and role, in order of joining. */
export async function membersOf(circleId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.name', 'membership.role'])
    .where('circle_id', '=', circleId)
    .orderBy('membership.joined_at')
    .orderBy('person.id')
    .execute();
  return rows.map(({ name, role }) => (role === 'member' ? name : `${name}, ${role}`));
}

/** The whole line in order, as name and state. */
export async function lineOf(circleId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('waiting_place')
    .innerJoin('person', 'person.id', 'waiting_place.person_id')
    .select(['person.name', 'offered_at', 'outcome'])
    .where('circle_id', '=', circleId)
    .orderBy('waiting_place.id')
    .execute();
  return rows.map((row) => `${row.name}: ${row.outcome ?? (row.offered_at ? 'offered' : 'waits')}`);
}

/** Waiting jobs of a name, with their payload. */
export async function jobsNamed(name: string) {
  const { rows } = await sql<{ payload: Record<string, number>; key: string | null }>`
    select j.payload, j.key from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = ${name} order by j.id`.execute(db);
  return rows;
}

/** Lets every open offer of a circle run out. */
export async function letOffersLapse(circleId: number): Promise<void> {
  await db
    .updateTable('waiting_place')
    .set({ offer_expires_at: new Date(Date.now() - 1000) })
    .where('circle_id', '=', circleId)
    .where('ended_at', 'is', null)
    .where('offered_at', 'is not', null)
    .execute();
}
