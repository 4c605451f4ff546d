import type { SourceKind } from '#app/mentoring/asks/queries/source-view.ts';
import { blockedBetween } from '#db/reads-ask.server.ts';

/** A name in the circle the ask is of; null for who is there no more. */
const nameHere = (person: string) => `(
  select p.name from membership m join person p on p.id = m.person_id
  where m.circle_id = a.circle_id and m.person_id = ${person})`;

/** Whether somebody helped who was never in that circle: then they did not leave it. */
const neverHere = (person: string) => `not exists (
  select from membership m where m.circle_id = a.circle_id and m.person_id = ${person})
  and not exists (
  select from departure d where d.circle_id = a.circle_id and d.person_id = ${person})`;

/**
 * What came of asks of circles, as far as both of the two wish it: a select (id, circle_id, title,
 * asker, mine, note, kind, helped) for the reader $1. Of what they said, nothing else leaves the database,
 * nor anything of who is a stranger to its reader.
 * @param where which asks, of `a`: their circle first
 */
export const sharedOutcomes = (where: string) => `
select a.id, a.circle_id, a.title, ${nameHere('a.asker_id')} as asker, a.asker_id = $1 as mine,
  a.source_note_id as note, a.source_kind as kind, shared.helped
from ask a
cross join lateral (
  select json_agg(json_build_object('by', ${nameHere('c.helper_id')},
    'beyond', ${neverHere('c.helper_id')}, 'mine', c.helper_id = $1,
    'asker', asked.did_html, 'helper', gave.did_html, 'thanked', t.conversation_id is not null,
    'at', greatest(asked.at, gave.at)) order by c.id) as helped
  from conversation c
  join ask_outcome asked on asked.conversation_id = c.id and asked.person_id = c.asker_id
    and asked.share
  join ask_outcome gave on gave.conversation_id = c.id and gave.person_id = c.helper_id
    and gave.share
  left join ask_thanks t on t.conversation_id = c.id
  where c.ask_id = a.id and not ${blockedBetween('c.helper_id', '$1::bigint')}
) shared
where ${where} and a.state <> 'draft' and shared.helped is not null
  and not ${blockedBetween('a.asker_id', '$1::bigint')}`;

export interface OutcomeRow {
  id: number;
  circle_id: number;
  title: string;
  asker: string | null;
  mine: boolean;
  /** the note it came from, where it came from one */
  note: number | null;
  kind: SourceKind | null;
  helped: {
    by: string | null;
    beyond: boolean;
    mine: boolean;
    /** HTML, as each of the two says it */
    asker: string;
    helper: string;
    thanked: boolean;
    at: string;
  }[];
}
