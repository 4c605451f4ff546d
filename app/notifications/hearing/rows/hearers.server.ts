import { readHearToken } from '#app/notifications/hearing/rules/hear-link.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Executor } from '#db/database.server.ts';

/** Whom a link in a mail was written to, in the circles it is about and they are in now. */
export interface Hearer {
  personId: number;
  circles: { id: number; name: string; cloth: string }[];
  /** of the link: one circle, one thread of it, or all of their circles */
  about: 'circle' | 'thread' | 'all';
  /** of a thread */
  threadId: number | null;
}

/**
 * Who holds a link. Null where the token is none of ours; `circles` is empty where there is nothing to
 * set: the account is closed, or they are not in the circle any more.
 */
export async function hearerBy(on: Executor, token: string): Promise<Hearer | null> {
  const { secret } = await on.selectFrom('site').select('secret').executeTakeFirstOrThrow();
  const link = readHearToken(token, secret);
  if (!link) return null;
  const { personId, circleId, threadId } = link;
  const circles = await acrossCircles(on, 'a link to all mail is about all circles of its person')
    .selectFrom('membership as m')
    .innerJoin('circle', 'circle.id', 'm.circle_id')
    .select(['circle.id', 'circle.name', 'circle.cloth'])
    .where('m.person_id', '=', personId)
    .$if(circleId !== null, (query) => query.where('m.circle_id', '=', circleId ?? 0))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('person_deactivation').select('person_id').where('person_id', '=', personId),
        ),
      ),
    )
    .execute();
  const about = circleId === null ? 'all' : threadId === null ? 'circle' : 'thread';
  return { personId, circles, about, threadId };
}
