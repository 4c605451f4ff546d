import type { NamedSection } from '#app/books/rules/section-name.ts';
import type { SourceKind } from '#app/mentoring/asks/queries/source-view.ts';
import { sectionsByLine } from '#app/reading/progress/queries/sections-by-line.server.ts';

/** What the statement says of one ask that has a source. */
export interface SourceRow {
  id: number;
  kind: SourceKind;
  deck: string | null;
  card: string | null;
  reading_id: number | null;
  is_asker: boolean;
  /** whether the reader is a member now of the circle it is in */
  here: boolean;
  /** the address of that circle */
  slug: string | null;
  /** null where it is gone */
  found: {
    thread?: number;
    note?: number;
    folded: boolean;
    section?: NamedSection | null;
    quote?: string;
    page?: string;
    book?: string | null;
    by?: string;
    mine?: boolean;
    html?: string;
    session?: number;
    act?: string;
    byOn?: string;
  } | null;
}

/** The book a note is about: that of its section or its thread's, or the one that was read then. */
const BOOK = `coalesce((
  select b.title from section s join book b on b.circle_id = s.circle_id and b.id = s.book_id
  where s.circle_id = n.circle_id and s.id = coalesce(n.section_id, t.section_id)
), (
  select max(b.title) from reading r join book b on b.circle_id = r.circle_id and b.id = r.book_id
  where r.circle_id = n.circle_id and n.posted_at::date between r.starts_on and r.ends_on
  having count(*) = 1
))`;

const NOTE = `(
  select json_build_object('thread', t.id, 'note', n.id, 'folded', s.id is not null,
    'section', case when s.id is not null
      then json_build_object('kind', s.kind, 'label', s.label, 'title', s.title) end,
    'quote', case when s.id is null then n.quote end,
    'page', case when s.id is null then n.quote_page end,
    'book', case when s.id is null and asked.kind = 'passage' then ${BOOK} end,
    'by', case when s.id is null and here.circle_id is not null then p.name end,
    'mine', n.author_id = $1,
    'html', case when s.id is null and here.circle_id is not null and asked.kind = 'note'
      then left(n.body_html, 2000) end)
  from note n
  join thread t on t.circle_id = n.circle_id and t.id = n.thread_id
  join person p on p.id = n.author_id
  left join section s on s.circle_id = n.circle_id and s.id = n.section_id
    and here.circle_id is not null and n.author_id <> $1 and s.id = any(lines.beyond)
    and not exists (select from thread_opening o
      where o.circle_id = n.circle_id and o.thread_id = n.thread_id and o.person_id = $1)
  where n.circle_id = asked.circle_id and n.id = asked.note_id
    and (asked.kind = 'note' or n.quote <> '')
    and not exists (select from note_deletion d
      where d.circle_id = n.circle_id and d.note_id = n.id))`;

/** Whether the reader still reads the book of a takeaway: seasons/rules, isStillReading. */
const STILL_READS = `(here.circle_id is not null and w.person_id <> $1
  and (exists (select from place_reached q where q.circle_id = w.circle_id
      and q.reading_id = w.reading_id and q.person_id = $1)
    or exists (select from section_read q where q.circle_id = w.circle_id
      and q.reading_id = w.reading_id and q.person_id = $1))
  and not exists (select from takeaway_opening o where o.circle_id = w.circle_id
    and o.reading_id = w.reading_id and o.person_id = $1)
  and exists (
    select from (${sectionsByLine({
      ...{ circle: 'asked.circle_id', person: '$1', today: 'here.today' },
      reading: 'asked.reading_id',
    })}) s
    join milestone_section ms on ms.circle_id = asked.circle_id
      and ms.reading_id = asked.reading_id and ms.section_id = s.id
    where s.beyond))`;

const TAKEAWAY = `(
  select json_build_object('folded', still.reads, 'book', b.title, 'mine', w.person_id = $1,
    'by', case when not still.reads and here.circle_id is not null then p.name end,
    'html', case when not still.reads and here.circle_id is not null
      then left(w.body_html, 2000) end)
  from takeaway w
  join reading r on r.circle_id = w.circle_id and r.id = w.reading_id
  join book b on b.circle_id = r.circle_id and b.id = r.book_id
  join person p on p.id = w.person_id
  cross join lateral (select ${STILL_READS} as reads) still
  where w.circle_id = asked.circle_id and w.reading_id = asked.reading_id
    and w.person_id = asked.person_id
    and not exists (select from takeaway_removal v where v.circle_id = w.circle_id
      and v.reading_id = w.reading_id and v.person_id = w.person_id))`;

/** Whoever asks cites their own alone; it is gone when they took it back. */
const COMMITMENT = `(
  select json_build_object('folded', false, 'mine', k.person_id = $1, 'session', k.session_id,
    'act', case when here.circle_id is not null then k.act end,
    'byOn', case when here.circle_id is not null then k.by_on end)
  from commitment k
  where k.circle_id = asked.circle_id and k.id = asked.commitment_id
    and k.person_id = asked.asker_id and k.taken_back_at is null)`;

/** The asks that are asked about, of which `where` speaks as `a`. A draft is its asker's alone. */
export const asksWithSource = (where: string) => `
  select a.id, a.asker_id, a.circle_id, a.source_kind as kind, a.source_note_id as note_id,
    a.source_reading_id as reading_id, a.source_person_id as person_id,
    a.source_deck as deck, a.source_card as card, a.source_commitment_id as commitment_id
  from ask a
  where a.source_kind is not null and (a.state <> 'draft' or a.asker_id = $1) and ${where}`;

/**
 * What asks come from, for the reader $1, who is in the circles $2, in each of which it is the day of
 * $3. Of a note or takeaway beyond their line, or of a circle they are not in, no text leaves the
 * database; a passage is the book's, and folded for a member of its circle alone.
 * @param asked a select (id, asker_id, circle_id, kind, note_id, reading_id, person_id, deck,
 * card, commitment_id)
 */
export const sourceStatement = (asked: string) => `
with asked as materialized (${asked}
), here as materialized (
  select * from unnest($2::bigint[], $3::date[]) as h (circle_id, today)
), lines as materialized (
  select noted.circle_id, line.beyond
  from (
    select distinct asked.circle_id, here.today
    from asked join here on here.circle_id = asked.circle_id
    where asked.note_id is not null
  ) noted
  cross join lateral (
    select array_agg(s.id) as beyond
    from (${sectionsByLine({ circle: 'noted.circle_id', person: '$1', today: 'noted.today' })}) s
    where s.beyond
  ) line
)
select asked.id, asked.kind, asked.deck, asked.card, asked.reading_id,
  asked.asker_id = $1 as is_asker, here.circle_id is not null as here, c.slug,
  case when asked.note_id is not null then ${NOTE} when asked.reading_id is not null then ${TAKEAWAY}
    when asked.commitment_id is not null then ${COMMITMENT} end as found
from asked
left join here on here.circle_id = asked.circle_id
left join lines on lines.circle_id = asked.circle_id
left join circle c on c.id = asked.circle_id`;
