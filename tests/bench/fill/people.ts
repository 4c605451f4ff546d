import type { Filling } from './filling.ts';

/** People with a name, a profile, an address that is confirmed, and a browser that is signed in. */
export async function fillPeople({ run, size }: Filling, secret: string): Promise<void> {
  await run(
    `insert into person (name, email, password_hash, time_zone, what_i_do, company, ask_me_about)
     select
       (array['Ines','Noor','Rui','Tomasz','Amara','Priya','Sam','Lena'])[1 + n % 8] || ' ' ||
         (array['Soto','Karim','Alves','Maj','Otieno','Nair','Reed','Vogt','Lind','Osei','Silva'])[1 + n / 8 % 11],
       'person' || n || '@example.org', 'none',
       (array['Europe/Lisbon','Europe/Madrid','Europe/Warsaw','America/New_York'])[1 + n % 4],
       'Engineering manager', 'Northwind', 'Hiring the first ten, and the first hard year after.'
     from generate_series(1, $1::int) n order by n`,
    [size.people],
  );
  await run('insert into email_confirmed (person_id, email) select id, email from person');
  await run(
    `insert into sign_in (token_hash, person_id, expires_at)
     select encode(sha256(convert_to($1 || '-' || id, 'UTF8')), 'hex'), id, now() + interval '29 days'
     from person`,
    [secret],
  );
}
