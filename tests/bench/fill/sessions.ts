import type { Filling } from './filling.ts';

/** Meetings of each circle, a fortnight apart: eight that were, three to come. */
const BEFORE = 8;
const TO_COME = 3;

/** Sessions with their agendas and answers, and what each circle chose and is choosing to read. */
export async function fillSessions({ run }: Filling): Promise<void> {
  const last = BEFORE + TO_COME - 1;
  await run(
    `insert into session (circle_id, title, starts_at, time_zone, minutes, place, facilitator_id,
       milestone_id, calendar_uid, created_by, submission_key)
     select t.circle_id, case when s % 3 = 0 then 'Cases first' else '' end,
       date_trunc('day', now()) + interval '18 hours' + (3 + (s - ${BEFORE}) * 14) * interval '1 day',
       'Europe/Madrid', 75, 'https://meet.example.org/tuesday-leads', t.person_id, m.id,
       gen_random_uuid() || '@octavo', t.person_id, gen_random_uuid()
     from seat t
     cross join generate_series(0, ${last}) s
     left join (
       select m.circle_id, m.id, row_number() over (partition by m.circle_id order by due_on) as nth
       from milestone m join reading r on r.circle_id = m.circle_id and r.id = m.reading_id
       where r.ends_on >= current_date
     ) m on m.circle_id = t.circle_id and m.nth = s - ${BEFORE} + 3
     where t.j = 0 order by t.circle_id, s`,
  );
  await run(
    `insert into agenda_item (circle_id, session_id, position, title, minutes, deck, card)
     select s.circle_id, s.id, n,
       (array['Who taught you that?','What stayed with you','A case from the week','One line each'])[n],
       (array[10, 30, 30, 5])[n],
       case n when 1 then 'openers' end, case n when 1 then 'who-taught-you-that' end
     from session s, generate_series(1, 4) n`,
  );
  await run(
    `insert into session_reply (circle_id, session_id, person_id, answer, word)
     select s.circle_id, s.id, t.person_id, (array['yes','yes','yes','maybe','no'])[1 + t.j % 5],
       case when t.j = 4 then 'A train at seven, so I leave early.' else '' end
     from session s join seat t on t.circle_id = s.circle_id
     where s.starts_at < now() or t.j not in (2, 7)`,
  );
  await fillChoices(run);
}

/** Two choices each: the one that made the current reading, and one that is open. */
async function fillChoices(run: Filling['run']): Promise<void> {
  await run(
    `insert into book_choice (circle_id, opened_by, opened_at, closes_at, time_zone, submission_key)
     select circle_id, person_id, now() - interval '50 days' + k * interval '47 days',
       now() - interval '43 days' + k * interval '47 days', 'Europe/Madrid', gen_random_uuid()
     from seat, generate_series(0, 1) k where j = 0 order by circle_id, k`,
  );
  await run(
    `insert into book_proposal (circle_id, choice_id, proposed_by, title, author, pages, why, submission_key)
     select c.circle_id, c.id, t.person_id,
       (array['Thinking in Systems','Radical Candor','The Fearless Organization','High Output Management'])[1 + t.j],
       (array['Donella H. Meadows','Kim Scott','Amy C. Edmondson','Andrew S. Grove'])[1 + t.j],
       220, 'We keep coming back to this one in our cases.', gen_random_uuid()
     from book_choice c join seat t on t.circle_id = c.circle_id and t.j < 4
     order by c.id, t.j`,
  );
  await run(
    `insert into ballot (circle_id, choice_id, person_id)
     select c.circle_id, c.id, t.person_id
     from book_choice c join seat t on t.circle_id = c.circle_id
     where c.closes_at > now() and t.j in (0, 1, 3, 4, 5)`,
  );
  await run(
    `insert into ballot_rank (circle_id, choice_id, person_id, rank, proposal_id)
     select b.circle_id, b.choice_id, b.person_id,
       row_number() over (partition by b.circle_id, b.choice_id, b.person_id order by p.id), p.id
     from ballot b join book_proposal p on p.circle_id = b.circle_id and p.choice_id = b.choice_id`,
  );
  await run(
    `insert into book_choice_close (circle_id, choice_id, at, ballots, members, winner_proposal_id, reading_id)
     select c.circle_id, c.id, c.closes_at, 6, 8, min(p.id), min(r.id)
     from book_choice c
     join book_proposal p on p.circle_id = c.circle_id and p.choice_id = c.id
     join reading r on r.circle_id = c.circle_id and r.ends_on >= current_date
     where c.closes_at < now() group by c.circle_id, c.id, c.closes_at`,
  );
}
