import { type Filling, HEAVY, MANY_CIRCLES, MEMBER } from './filling.ts';

const RULES =
  'What is said here stays here.\n\nTake the learning with you, not the names.\n\nCome prepared, or say that you are not.';

/** Circles of eight, each with its rules and their yes to them. */
export async function fillCircles({ run, size }: Filling): Promise<void> {
  await run(
    `create unlogged table seat as
     select c as circle_id, j,
       case when j = 7 and c <= ${MANY_CIRCLES} then ${HEAVY}
            when j = 2 and c = 1 then ${MEMBER}
            else 3 + ((c - 1) * 8 + j) % ($2::int - 2) end as person_id
     from generate_series(1, $1::int) c, generate_series(0, 7) j order by c, j`,
    [size.circles, size.people],
  );
  await run('create index on seat (circle_id, j)');
  await run(
    `insert into circle (slug, name, purpose, time_zone, cloth, visibility, created_by, created_at)
     select 'tuesday-leads-' || circle_id,
       (array['Tuesday leads','Platform circle','First-time managers','Staff and above'])[1 + circle_id % 4]
         || ' ' || circle_id,
       'Engineering leaders who read, and help one another with what the week brings.',
       'Europe/Madrid',
       (array['pine','indigo','plum','madder','ochre','slate'])[1 + circle_id % 6],
       case when circle_id % 8 = 0 then 'listed' else 'private' end,
       person_id, now() - interval '600 days'
     from seat where j = 0 order by circle_id`,
  );
  await run(
    `insert into membership (circle_id, person_id, role, joined_at)
     select circle_id, person_id,
       case j when 0 then 'host' when 1 then 'facilitator' else 'member' end,
       now() - interval '590 days' + j * interval '1 day'
     from seat`,
  );
  await run(
    `insert into agreement (circle_id, version, body, written_by)
     select circle_id, 1, $1, person_id from seat where j = 0`,
    [RULES],
  );
  await run(
    `insert into agreement_consent (circle_id, version, person_id)
     select circle_id, 1, person_id from seat`,
  );
}
