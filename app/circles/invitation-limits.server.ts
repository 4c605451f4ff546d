import { type Allowance, limit } from '#app/platform/rate-limit.server.ts';

const DAY = 24 * 60 * 60;

// Invitations are mail to people who did not ask for it, and withdrawing one makes room for another.
const byPerson = limit({ name: 'invite', points: 60, seconds: DAY });
const toAddress = limit({ name: 'invite-to', points: 6, seconds: DAY });

/** Counts an invitation by this person to this address, in whichever circle. */
export async function mayInvite(personId: number, email: string): Promise<Allowance> {
  const allowance = await toAddress.take(String(personId), email.toLowerCase());
  return allowance.ok ? byPerson.take(String(personId)) : allowance;
}
