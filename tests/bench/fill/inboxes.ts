import { type Filling, HEAVY, MEMBER } from './filling.ts';

/** Of so many notes a circle's members have lines, and so many of them are new. */
const TOLD = 500;
const NEW = 12;

/** What was told of the latest notes of each circle: all but the latest is read, but to who is away. */
export async function fillInboxes({ run }: Filling): Promise<void> {
  await run(
    `insert into inbox_item (circle_id, person_id, topic, member_of, kind, thing_id, thread_id,
       by_person_id, for_you, at, read_at)
     select n.circle_id, t.person_id, 'note:' || n.id, n.circle_id, 'note', n.id, n.thread_id,
       n.author_id, n.id % 7 = 0, n.posted_at,
       case when back > ${NEW} and (t.person_id in (${HEAVY}, ${MEMBER}) or t.person_id % 9 > 0)
         then n.posted_at + interval '1 day' end
     from (
       select note.*, row_number() over (partition by circle_id order by id desc) as back from note
     ) n
     join seat t on t.circle_id = n.circle_id and t.person_id <> n.author_id
     where back <= ${TOLD}`,
  );
}
