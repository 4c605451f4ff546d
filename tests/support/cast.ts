import { randomBytes } from 'node:crypto';
import { asFacilitator, asHost, memberOf, viewerForPerson } from '#app/access/membership.server.ts';
import type { Facilitator, Host, Member, Viewer } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';

/** The people of the tests. Each call makes a new person of that name with an address of their own. */
const zones = {
  Ines: 'Europe/Madrid',
  Noor: 'Europe/Lisbon',
  Rui: 'Europe/Lisbon',
  Tomasz: 'Europe/Warsaw',
  Amara: 'Africa/Nairobi',
  Priya: 'Asia/Kolkata',
  Sam: 'America/New_York',
  Lena: 'Europe/Berlin',
  Mallory: 'UTC',
} as const;

export type Name = keyof typeof zones;

// A hash no password has: people of the cast sign in by startSignIn, not by typing.
const NO_PASSWORD = '$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA';

export async function person(name: Name, given: { timeZone?: string; email?: string } = {}) {
  const { id } = await db
    .insertInto('person')
    .values({
      name,
      email: given.email ?? `${name.toLowerCase()}-${randomBytes(5).toString('hex')}@example.org`,
      password_hash: NO_PASSWORD,
      time_zone: given.timeZone ?? zones[name],
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return viewer(id);
}

/** The proof of a person as the database has them now. */
export async function viewer(who: number | Viewer): Promise<Viewer> {
  const proof = await viewerForPerson(typeof who === 'number' ? who : who.personId);
  if (!proof) throw new Error('No such active person in this test.');
  return proof;
}

interface CircleGiven {
  name?: string;
  seats?: number;
  timeZone?: string;
  visibility?: 'private' | 'listed';
  host?: Viewer;
  facilitators?: Viewer[];
  members?: Viewer[];
}

export interface CastCircle {
  id: number;
  slug: string;
  host: Host;
  facilitators: Facilitator[];
  members: Member[];
}

/** A circle with an agreement everyone consented to. Host: Ines, unless given. */
export async function circleOf(given: CircleGiven = {}): Promise<CastCircle> {
  const host = given.host ?? (await person('Ines'));
  const slug = `tuesday-leads-${randomBytes(5).toString('hex')}`;
  const { id } = await db
    .insertInto('circle')
    .values({
      slug,
      name: given.name ?? 'Tuesday leads',
      purpose: 'Engineering leaders who read and help one another.',
      seats: given.seats ?? 8,
      time_zone: given.timeZone ?? 'Europe/Madrid',
      visibility: given.visibility ?? 'private',
      created_by: host.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const body = 'What is said here stays here. Take the learning with you, not the names.';
  await db
    .insertInto('agreement')
    .values({ circle_id: id, version: 1, body, written_by: host.personId })
    .execute();
  const { facilitators = [], members = [] } = given;
  // A millisecond apart: less does not tell who has been there longest.
  let joined = Date.now() - facilitators.length - members.length;
  const join = async (who: Viewer, role: 'host' | 'facilitator' | 'member') => {
    const joined_at = new Date(joined++);
    await db
      .insertInto('membership')
      .values({ circle_id: id, person_id: who.personId, role, joined_at })
      .execute();
    await db
      .insertInto('agreement_consent')
      .values({ circle_id: id, version: 1, person_id: who.personId })
      .execute();
  };
  await join(host, 'host');
  for (const who of facilitators) await join(who, 'facilitator');
  for (const who of members) await join(who, 'member');
  return {
    id,
    slug,
    host: await proof(host, slug, asHost),
    facilitators: await Promise.all(facilitators.map((who) => proof(who, slug, asFacilitator))),
    members: await Promise.all(members.map((who) => member(who, slug))),
  };
}

/** The member proof of a person in a circle as the database has it now. */
export async function member(who: Viewer, slug: string): Promise<Member> {
  return proof(who, slug, (found) => found);
}

async function proof<P>(who: Viewer, slug: string, mint: (member: Member) => P | null): Promise<P> {
  const found = memberOf(await viewer(who), slug);
  const minted = found && mint(found);
  if (!minted) throw new Error(`${who.name} has no such role in ${slug}.`);
  return minted;
}
