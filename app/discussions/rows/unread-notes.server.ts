/** What stands for a value in a statement: '$1', or an expression. */
interface Places {
  circle: string;
  thread: string;
  person: string;
  /** the int8multirange of the notes they have seen; null finds nothing */
  seen: string;
  /** whether they see all of the thread, wherever they are in the book */
  whole: string;
  /** the ids of the sections beyond their line (see sectionsByLine), an array */
  beyond: string;
  /** from which side of the thread to look */
  from: 'oldest' | 'newest';
}

// Enough to find one that counts among own ones and folded ones, whatever there is.
const LOOK_AT = 500;

/**
 * A select (id, posted_at) of the notes that are new to a person: by others, not seen, not taken back,
 * and not folded. What is folded was not read: it is new once it unfolds.
 *
 * Only the gaps in what was seen are read, so that it costs what is new and not what there is.
 */
export const unreadNotes = ({ circle, thread, person, seen, whole, beyond, from }: Places) => `
select n.id, n.posted_at from (
  select n.* from (
    select gap from unnest('{[0,9223372036854775807)}'::int8multirange - ${seen}) gap
    order by gap ${from === 'oldest' ? 'asc' : 'desc'}
  ) gaps cross join lateral (
    select id, author_id, section_id, posted_at from note
    where circle_id = ${circle} and thread_id = ${thread}
      and id >= lower(gap) and id < upper(gap)
    order by id ${from === 'oldest' ? 'asc' : 'desc'} limit ${LOOK_AT}
  ) n limit ${LOOK_AT}
) n
where n.author_id <> ${person}
  and not exists (
    select from note_deletion d where d.circle_id = ${circle} and d.note_id = n.id)
  and (${whole} or n.section_id is null or n.section_id <> all(${beyond}::bigint[]))`;
