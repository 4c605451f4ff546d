import type { Host, Member, Role } from '#app/access/proofs.ts';
import { addressOfPicture } from '#app/accounts/addresses.ts';
import { capacityColumn } from '#app/mentoring/helping/queries/askable.server.ts';
import { canBeAsked } from '#app/mentoring/helping/rules/capacity.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

const selected = (member: Member) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('person_deactivation', 'person_deactivation.person_id', 'person.id')
    .leftJoin('person_picture', 'person_picture.person_id', 'person.id')
    .leftJoin('agreement_consent', (join) =>
      join
        .on(joined('agreement_consent.person_id', 'membership.person_id'))
        .on('agreement_consent.version', '=', ({ selectFrom }) =>
          selectFrom('agreement')
            .select(({ fn }) => fn.max('version').as('version'))
            .where(inCircle(member, 'agreement')),
        ),
    )
    .select([
      'person.id',
      'person.name',
      'person.what_i_do',
      'person.company',
      'person.ask_me_about',
      'person.time_zone',
      'person_picture.hash as picture_hash',
      'membership.role',
      'membership.joined_at',
      'person_deactivation.at as closed_at',
      'agreement_consent.at as consented_at',
      capacityColumn('person.id', member).as('capacity'),
    ])
    .where(inCircle(member, 'membership'));

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

const asPerson = (row: Row, now = new Date()) => ({
  id: row.id,
  name: row.name,
  /** its address; null for none */
  picture: row.picture_hash && addressOfPicture(row.id, row.picture_hash),
  whatIDo: row.what_i_do,
  company: row.company,
  askMeAbout: row.ask_me_about,
  timeZone: row.time_zone,
  role: row.role as Role,
  since: row.joined_at.toISOString(),
  /** the account was closed by the site's administrator */
  closed: row.closed_at !== null,
  /** said “I’m in” to the agreement in force */
  consented: row.consented_at !== null,
  /** the viewer may ask them for help now */
  askable: canBeAsked(row.capacity, now).ok,
});

export type CirclePerson = ReturnType<typeof asPerson>;

const rank = { host: 0, facilitator: 1, member: 2 } as const;

/** Everyone in the circle: the host, facilitators, members, each in order of joining. */
export async function peopleIn(member: Member): Promise<CirclePerson[]> {
  const rows = await selected(member)
    .orderBy('membership.joined_at')
    .orderBy('person.id')
    .execute();
  return rows.map((row) => asPerson(row)).sort((a, b) => rank[a.role] - rank[b.role]);
}

/** One member, as every other sees them; null when there is none such. */
export async function someoneIn(member: Member, personId: number): Promise<CirclePerson | null> {
  const row = await selected(member).where('person.id', '=', personId).executeTakeFirst();
  return row ? asPerson(row) : null;
}

/** One member other than the host; null when there is none such. */
export async function personIn(host: Host, personId: number): Promise<CirclePerson | null> {
  const row = await selected(host)
    .where('person.id', '=', personId)
    .where('membership.role', '!=', 'host')
    .executeTakeFirst();
  return row ? asPerson(row) : null;
}
