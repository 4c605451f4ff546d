import type { Filling } from './filling.ts';

/** Circles with a host and seats for eleven more, each of whom has an invitation. */
const WAITING = 150;
const INVITED = 11;

/** Who the new people are: none of them is in any other circle. */
export async function fillInvitations({ run }: Filling, secret: string): Promise<void> {
  await run(
    `insert into person (name, email, password_hash, time_zone)
     select 'Newcomer ' || n, 'newcomer' || n || '@example.org', 'none', 'Europe/Lisbon'
     from generate_series(1, ${WAITING * (INVITED + 1)}) n order by n`,
  );
  await run(
    `insert into email_confirmed (person_id, email)
     select id, email from person where email like 'newcomer%'`,
  );
  await run(
    `insert into sign_in (token_hash, person_id, expires_at)
     select encode(sha256(convert_to($1 || '-' || id, 'UTF8')), 'hex'), id, now() + interval '29 days'
     from person where email like 'newcomer%'`,
    [secret],
  );
  await run(
    `insert into circle (slug, name, purpose, seats, time_zone, created_by)
     select 'waiting-' || n, 'Waiting ' || n, 'A circle that begins.', ${INVITED + 1}, 'Europe/Madrid', p.id
     from generate_series(1, ${WAITING}) n join person p on p.email = 'newcomer' || n || '@example.org'
     order by n`,
  );
  await run(
    `insert into membership (circle_id, person_id, role)
     select id, created_by, 'host' from circle where slug like 'waiting-%'`,
  );
  await run(
    `insert into agreement (circle_id, version, body, written_by)
     select id, 1, 'What is said here stays here.', created_by from circle where slug like 'waiting-%'`,
  );
  await run(
    `insert into agreement_consent (circle_id, version, person_id)
     select id, 1, created_by from circle where slug like 'waiting-%'`,
  );
  await run(
    `insert into invitation (circle_id, email, role, token_hash, invited_by, created_at, expires_at)
     select c.id, p.email, 'member',
       encode(sha256(convert_to($1 || '-invitation-' || p.id, 'UTF8')), 'hex'),
       c.created_by, now() - interval '1 day', now() + interval '13 days'
     from generate_series(1, ${WAITING}) n
     join circle c on c.slug = 'waiting-' || n
     cross join generate_series(0, ${INVITED - 1}) k
     join person p on p.email = 'newcomer' || (${WAITING + 1} + k * ${WAITING} + n - 1) || '@example.org'
     order by k, n`,
    [secret],
  );
}
