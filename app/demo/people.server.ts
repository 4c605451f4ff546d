import { hashPassword } from '#app/accounts/rules/passwords.server.ts';
import type { SeedCommunity, SeedPerson } from '#app/demo/community/types.ts';
import { newToken } from '#app/platform/token.server.ts';
import type { Tx } from '#db/database.server.ts';
import { ago, anchorOf } from './days.server.ts';

/** Ids of the community's people by key. @throws Error for a key nobody has */
export type PersonId = (key: string) => number;

/** Writes the people. They come in by the printed links: nobody knows their passwords. */
export async function insertPeople(tx: Tx, community: SeedCommunity, now: Date): Promise<PersonId> {
  const ids = new Map<string, number>();
  for (const person of community.people) {
    const createdAt = ago(
      anchorOf(community.anchorWeekday, person.timeZone, now),
      cameDaysAgo(community, person) + 1,
    );
    const { id } = await tx
      .insertInto('person')
      .values({
        name: person.name,
        email: person.email,
        password_hash: await hashPassword(newToken()),
        what_i_do: person.does,
        company: person.company,
        ask_me_about: person.askMeAbout,
        time_zone: person.timeZone,
        created_at: createdAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('email_confirmed')
      .values({ person_id: id, email: person.email, at: createdAt })
      .execute();
    if (person.siteAdmin) {
      await tx.insertInto('site_admin').values({ person_id: id, granted_at: createdAt }).execute();
    }
    ids.set(person.key, id);
  }
  return (key) => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`Nobody in the demo community is called ${key}.`);
    return id;
  };
}

/** How long ago the community first hears of a person. Its admin was there before everyone. */
function cameDaysAgo(community: SeedCommunity, { key, siteAdmin }: SeedPerson): number {
  const ofCircles = community.circles.flatMap((circle) => [
    ...circle.memberships
      .filter(({ person }) => siteAdmin || person === key)
      .map(({ joinedDaysAgo }) => joinedDaysAgo),
    ...[...circle.joinRequests, ...circle.waitingList]
      .filter(({ person }) => person === key)
      .map(({ daysAgo }) => daysAgo),
  ]);
  return Math.max(0, ...ofCircles);
}
