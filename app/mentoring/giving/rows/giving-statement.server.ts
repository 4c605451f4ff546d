import { COUNTED } from '#app/mentoring/giving/rules/season-question.ts';

/** So many of each are drawn and counted at most, the latest. */
const MOST = 200;

// Opened again it is the same ask.
const firstSent = `coalesce(
  (select min(r.at) from ask_reach r where r.ask_id = a.id), a.opened_at)`;

const latest = (select: string) => `coalesce((
  select json_agg(d.at order by d.at) from (${select} order by at desc limit ${MOST}) d), '[]')`;

/**
 * SQL: json of the moments at which somebody asked, offered, helped and was thanked, theirs alone.
 * @param person SQL of their id
 */
export const momentsOf = (person: string): string => `json_build_object(
  'asked', ${latest(`
    select ${firstSent} as at
    from ask a where a.asker_id = ${person} and a.state in ('open', 'closed')`)},
  'offered', ${latest(`
    select o.made_at as at from offer o
    where o.helper_id = ${person} and o.state in ('made', 'taken')`)},
  'helped', ${latest(`
    select v.opened_at as at from conversation v where v.helper_id = ${person}`)},
  'thanked', ${latest(`
    select t.at from conversation v join ask_thanks t on t.conversation_id = v.id
    where v.helper_id = ${person}`)})`;

const counted = (select: string) => `(select count(*)::int from (${select} limit ${COUNTED}) d)`;

/**
 * SQL: json of the end of a season that goes on in one of somebody's circles and that they were not
 * asked the one question of, with what they did since it began; null where there is none.
 * @param given SQL of their person id, of the ids of their circles that go on, and of the moment
 */
export const seasonOf = ({
  person,
  circles,
  now,
}: {
  person: string;
  circles: string;
  now: string;
}): string => `(
  select json_build_object('circle', s.slug, 'name', s.name, 'readingId', s.reading_id,
    'book', s.title, 'asked', ${counted(`
      select from ask a where a.asker_id = ${person} and a.state in ('open', 'closed')
        and ${firstSent} >= s.began`)},
    'offered', ${counted(`
      select from offer o where o.helper_id = ${person} and o.state in ('made', 'taken')
        and o.made_at >= s.began`)},
    'helped', ${counted(`
      select from conversation v where v.helper_id = ${person} and v.opened_at >= s.began`)})
  from (
    select c.slug, c.name, w.reading_id, b.title, to_timestamp(extract(epoch from r.starts_on)) as began
    from wrap w
    join circle c on c.id = w.circle_id
    join reading r on r.circle_id = w.circle_id and r.id = w.reading_id
      and r.circle_id = any(${circles})
    join book b on b.circle_id = r.circle_id and b.id = r.book_id and b.circle_id = any(${circles})
    where w.circle_id = any(${circles}) and w.answer_by > ${now}::timestamptz
      and not exists (select from circle_archive z
        where z.circle_id = w.circle_id and z.circle_id = any(${circles}))
      and not exists (select from list_opening l
        where l.circle_id = w.circle_id and l.reading_id = w.reading_id
          and l.circle_id = any(${circles}))
      and not exists (select from season_question q where q.circle_id = w.circle_id
        and q.reading_id = w.reading_id and q.person_id = ${person})
    order by w.answer_by, w.reading_id
    limit 1
  ) s)`;
