import { readHearToken } from '#app/notifications/hearing/rules/hear-link.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Executor } from '#db/database.server.ts';

/** Whom a link in a mail was written to, and what it is about. */
export interface Hearer {
  personId: number;
  /**
   * one circle, one thread of it, what is between people, or all of it; nothing: the account is
   * closed, or they are not in the circle any more
   */
  about: 'circle' | 'thread' | 'between' | 'all' | 'nothing';
  /** those it is about and they are in now */
  circles: { id: number; name: string; cloth: string }[];
  /** of a thread */
  threadId: number | null;
}

/** Who holds a link. Null where the token is none of ours. */
export async function hearerBy(on: Executor, token: string): Promise<Hearer | null> {
  const { secret } = await on.selectFrom('site').select('secret').executeTakeFirstOrThrow();
  const link = readHearToken(token, secret);
  if (!link) return null;
  const { personId, of, threadId } = link;
  const isOpen = await on
    .selectFrom('person')
    .leftJoin('person_deactivation as gone', 'gone.person_id', 'person.id')
    .select('person.id')
    .where('person.id', '=', personId)
    .where('gone.person_id', 'is', null)
    .executeTakeFirst();
  const circles = isOpen && of !== 'between' ? await circlesOf(on, personId, of) : [];
  const isLeft = typeof of === 'number' && circles.length === 0;
  if (!isOpen || isLeft) return { personId, about: 'nothing', circles: [], threadId: null };
  const about = typeof of === 'string' ? of : threadId === null ? 'circle' : 'thread';
  return { personId, about, circles, threadId };
}

const circlesOf = (on: Executor, personId: number, of: number | 'all') =>
  acrossCircles(on, 'a link to all mail is about all circles of its person')
    .selectFrom('membership as m')
    .innerJoin('circle', 'circle.id', 'm.circle_id')
    .select(['circle.id', 'circle.name', 'circle.cloth'])
    .where('m.person_id', '=', personId)
    .$if(of !== 'all', (query) => query.where('m.circle_id', '=', of === 'all' ? 0 : of))
    .execute();
