import type { Viewer } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

/** The viewer's own picture, by its hash; null for none. */
export async function ownPicture(viewer: Viewer): Promise<string | null> {
  const row = await db
    .selectFrom('person_picture')
    .select('hash')
    .where('person_id', '=', viewer.personId)
    .executeTakeFirst();
  return row?.hash ?? null;
}

/** Bytes of a person's picture, for themself and whoever is in a circle with them; else null. */
export async function pictureOf(
  viewer: Viewer,
  personId: number,
  hash: string,
): Promise<Buffer | null> {
  const row = await acrossCircles(db, 'whether two people share a circle is what is asked')
    .selectFrom('person_picture')
    .select('image')
    .where('person_id', '=', personId)
    .where('hash', '=', hash)
    .$if(personId !== viewer.personId, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('membership')
            .select('membership.person_id')
            .where('membership.person_id', '=', personId)
            .where('membership.circle_id', 'in', [
              // Nothing is in no circle.
              0,
              ...viewer.memberships.map(({ circle }) => circle.id),
            ]),
        ),
      ),
    )
    .executeTakeFirst();
  return row?.image ?? null;
}
