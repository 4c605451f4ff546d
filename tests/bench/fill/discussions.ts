import { type Filling, HEAVY, MEMBER, type Size } from './filling.ts';

const NOTES = 20;
const paragraph =
  'We added a review step because changes broke things. Reviews got slow, so changes got bigger, ' +
  'so they broke more things. From inside each team it looked like carelessness somewhere else.';
const bodyHtml = `<p>${paragraph}</p>\n<p>What would <em>you</em> have measured to see it <strong>earlier</strong>?</p>\n<ul>\n<li>the age of the oldest open change</li>\n<li>who saw it first</li>\n</ul>`;

/** Threads in a circle. */
export const threadsIn = ({ notes, circles }: Size) => Math.ceil(notes / circles / NOTES);

/**
 * Threads of twenty notes: about chapters, a session, a card. Those whose pages are measured have
 * seen every second one.
 */
export async function fillDiscussions({ run, size }: Filling): Promise<void> {
  const threads = threadsIn(size);
  await run(
    `insert into thread (circle_id, title, started_by, section_id, session_id, deck, card, started_at,
       note_count, last_note_id, last_note_at, submission_key)
     select t.circle_id,
       (array['A feedback loop at work you cannot see from inside','What did you stop measuring?','The case we ran out of time for'])[1 + i % 3],
       t.person_id,
       case when i % 6 < 4 then s.id end, case when i % 6 = 4 then m.id end,
       case when i % 6 = 5 then 'openers' end, case when i % 6 = 5 then 'who-taught-you-that' end,
       now() - interval '60 days' + i * (interval '59 days' / $1::int), ${NOTES},
       ((t.circle_id - 1) * $1::int + i) * ${NOTES},
       now() - interval '59 days' + i * (interval '59 days' / $1::int), gen_random_uuid()
     from seat t
     cross join generate_series(1, $1::int) i
     join book b on b.circle_id = t.circle_id and b.id % 6 = 1
     join section s on s.circle_id = b.circle_id and s.book_id = b.id and s.position = 1 + i % 8
     join (select circle_id, max(id) filter (where starts_at < now()) as id from session group by 1) m
       on m.circle_id = t.circle_id
     where t.j = 0 order by t.circle_id, i`,
    [threads],
  );
  await run(
    `insert into note (circle_id, thread_id, author_id, section_id, body, body_html, quote, quote_page,
       posted_at, submission_key)
     select h.circle_id, h.id, t.person_id, h.section_id, $1, $2,
       case when n % 5 = 0 then 'Everything we think we know about the world is a model.' else '' end,
       case when n % 5 = 0 then '86' else '' end,
       h.last_note_at - (${NOTES} - n) * interval '3 hours', gen_random_uuid()
     from thread h cross join generate_series(1, ${NOTES}) n
     join seat t on t.circle_id = h.circle_id and t.j = n % 8
     order by h.id, n`,
    [paragraph, bodyHtml],
  );
  await run(
    `insert into thread_visit (circle_id, thread_id, person_id, seen)
     select h.circle_id, h.id, t.person_id,
       int8multirange(int8range(h.last_note_id - ${NOTES - 1}, h.last_note_id, '[]'))
     from thread h join seat t on t.circle_id = h.circle_id
     where t.person_id in (${HEAVY}, ${MEMBER}) and h.id % 2 = 0`,
  );
}
