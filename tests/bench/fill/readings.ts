import type { Filling } from './filling.ts';

/** Books a circle has read before the one it reads. */
const PAST = 5;
const CHAPTERS = 20;

/** Each circle's book, half read, and those before it with what was taken from them. */
export async function fillReadings({ run, size }: Filling): Promise<void> {
  await run(
    `insert into book (circle_id, title, subtitle, author, isbn, added_by, submission_key)
     select circle_id,
       (array['Thinking in Systems','The Manager''s Path','Accelerate','Team Topologies','An Elegant Puzzle','Turn the Ship Around'])[1 + k],
       case k when 0 then 'A Primer' else '' end,
       (array['Donella H. Meadows','Camille Fournier','Nicole Forsgren','Matthew Skelton','Will Larson','L. David Marquet'])[1 + k],
       '978000000' || (1000 + k), person_id, gen_random_uuid()
     from seat, generate_series(0, ${PAST}) k where j = 0 order by circle_id, k`,
  );
  await run(
    `insert into section (circle_id, book_id, position, label, title, start_page, end_page)
     select b.circle_id, b.id, n, n::text,
       (array['Why systems surprise us','A brief visit to the zoo','Traps, and ways out','Leverage points','Living in a world of loops'])[1 + n % 5]
         || ', part ' || n, n * 11 - 10, n * 11
     from book b, generate_series(1, ${CHAPTERS}) n order by b.id, n * 11`,
  );
  // One book is one reading; the first of each circle's is the one being read.
  await run(
    `insert into reading (circle_id, book_id, starts_on, ends_on, created_by, submission_key)
     select circle_id, id, current_date - 35 - k * 80, current_date + 35 - k * 80, added_by, gen_random_uuid()
     from (select *, ((id - 1) % ${PAST + 1})::int as k from book) b order by id`,
  );
  await run(
    `insert into milestone (circle_id, reading_id, title, due_on)
     select circle_id, id, '', starts_on + n * 14 from reading, generate_series(1, 5) n order by id, n`,
  );
  await run(
    `insert into milestone_section (circle_id, reading_id, milestone_id, section_id)
     select s.circle_id, r.id, m.id, s.id
     from section s
     join reading r on r.circle_id = s.circle_id and r.book_id = s.book_id
     join (select *, row_number() over (partition by circle_id, reading_id order by due_on) as nth
             from milestone) m
       on m.circle_id = r.circle_id and m.reading_id = r.id and m.nth = 1 + (s.position - 1) / 4`,
  );
  await fillProgress(run);
  await fillSeasons(run);
  await run(
    `insert into catalogue_book (title, subtitle, author, isbn, pages, book_key)
     select distinct on (isbn) title, subtitle, author, isbn, 220, lower(title) from book`,
  );
  await run(
    `insert into catalogue_book (title, author, pages, book_key)
     select 'Notes on leading, volume ' || n, 'Writer ' || n % 90, 180 + n % 200, 'volume ' || n
     from generate_series(1, least(2000, $1::int * 5)) n`,
    [size.circles],
  );
}

/** Eight readers, each a chapter further than the one before; half of them let the others see it. */
async function fillProgress(run: Filling['run']): Promise<void> {
  await run(
    `insert into section_read (circle_id, reading_id, person_id, section_id)
     select s.circle_id, r.id, t.person_id, s.id
     from section s
     join reading r on r.circle_id = s.circle_id and r.book_id = s.book_id
       and r.starts_on > current_date - 120
     join seat t on t.circle_id = s.circle_id
     where t.j <> 5 and s.position <= case when r.ends_on < current_date then ${CHAPTERS} else 6 + t.j end`,
  );
  await run(
    `insert into place_reached (circle_id, reading_id, person_id, page)
     select r.circle_id, r.id, t.person_id, 90
     from reading r join seat t on t.circle_id = r.circle_id and t.j = 5
     where r.ends_on >= current_date`,
  );
  await run(
    `insert into progress_sharing (circle_id, person_id)
     select circle_id, person_id from seat where j % 2 = 1`,
  );
}

/** The past readings are ended and wrapped up. */
async function fillSeasons(run: Filling['run']): Promise<void> {
  await run(
    `insert into reading_end (circle_id, reading_id, by_person_id, ended_on)
     select circle_id, id, created_by, ends_on from reading where ends_on < current_date`,
  );
  await run(
    `insert into wrap (circle_id, reading_id, opened_at, answer_by, time_zone)
     select circle_id, id, ends_on + 1, ends_on + 9, 'Europe/Madrid'
     from reading where ends_on < current_date`,
  );
  await run(
    `insert into recommitment (circle_id, reading_id, person_id, answer)
     select r.circle_id, r.id, t.person_id, 'staying'
     from reading r join seat t on t.circle_id = r.circle_id where r.ends_on < current_date`,
  );
  await run(
    `insert into list_opening (circle_id, reading_id, at)
     select circle_id, reading_id, answer_by from wrap`,
  );
  await run(
    `insert into takeaway (circle_id, reading_id, person_id, body, body_html)
     select r.circle_id, r.id, t.person_id, 'Look at the loop before the person.',
       '<p>Look at the loop before the person.</p>'
     from reading r join seat t on t.circle_id = r.circle_id and t.j < 5
     where r.ends_on < current_date`,
  );
}
