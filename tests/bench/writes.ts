import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Community } from './fill/community.ts';
import { MANY_CIRCLES } from './fill/filling.ts';

/** A form that is sent. */
export interface Posted {
  path: string;
  cookie: string;
  form: Record<string, string>;
}

export interface Write {
  name: string;
  /** the next to be sent to Octavo */
  ours(): Posted;
  /** the same to the bare server */
  bare(): Posted;
}

interface Actor {
  circle: string;
  slug: string;
  person: string;
  session: string;
  thread: string;
}

interface Invited {
  circle: string;
  person: string;
  invitation: string;
}

const BODY =
  'What would we have seen **earlier**, had we looked at the age of the oldest open change?\n\nI would.';

/**
 * What is written, in circles that no measured page is of, by so many people that nobody reaches a
 * limit.
 * @param url of the database
 */
export async function writesIn(url: string, { cookieOf, tokenOf }: Community) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: actors } = await client.query<Actor & { role: string }>(
    `select c.id as circle, c.slug, m.person_id as person, m.role,
       (select min(id) from session s where s.circle_id = c.id and s.starts_at > now()) as session,
       (select max(id) from thread t where t.circle_id = c.id) as thread
     from circle c join membership m on m.circle_id = c.id
     where c.id > $1 and c.slug like 'tuesday%' and m.person_id > 2
     order by md5(m.person_id::text), c.id`,
    [MANY_CIRCLES],
  );
  const { rows: invited } = await client.query<Invited>(
    `select i.circle_id as circle, p.id as person, i.id as invitation
     from invitation i join person p on p.email = i.email order by i.id`,
  );
  const hosts = actors.filter(({ role }) => role === 'host');
  const ring = <T>(all: T[]) => {
    let at = 0;
    return () => all[at++ % all.length] as T;
  };
  const [author, replier, host] = [ring(actors), ring(actors), ring(hosts)];
  let next = 0;
  const newcomer = () => {
    const found = invited[next++];
    if (!found) throw new Error('Everybody who was invited has joined: shorter rounds, please.');
    return found;
  };
  const of = ({ person }: { person: string }) => cookieOf(Number(person));

  const writes: Write[] = [
    {
      name: 'posting',
      ours() {
        const actor = author();
        const form = {
          body: BODY,
          quote: '',
          quotePage: '',
          about: '',
          submissionKey: randomUUID(),
        };
        return { path: `/circles/${actor.slug}/threads/${actor.thread}`, cookie: of(actor), form };
      },
      bare() {
        const { circle, thread, person } = author();
        const form = { circle, thread, person, body: BODY, key: randomUUID() };
        return { path: '/posting', cookie: '', form };
      },
    },
    {
      name: 'replying',
      ours() {
        const actor = replier();
        const path = `/circles/${actor.slug}/sessions/${actor.session}/reply`;
        return { path, cookie: of(actor), form: { answer: 'yes', back: 'circle' } };
      },
      bare() {
        const { circle, session, person } = replier();
        return { path: '/replying', cookie: '', form: { circle, session, person, answer: 'yes' } };
      },
    },
    {
      name: 'joining',
      ours() {
        const who = newcomer();
        const form = { as: 'viewer', consent: 'on', agreementVersion: '1' };
        return { path: `/join/${tokenOf(Number(who.person))}`, cookie: of(who), form };
      },
      bare: () => ({ path: '/joining', cookie: '', form: { ...newcomer() } }),
    },
    {
      name: 'scheduling',
      ours() {
        const actor = host();
        const form = {
          ...{ title: 'Cases first', date: dayAhead(300), time: '18:30', zone: 'Europe/Madrid' },
          ...{ minutes: '75', place: '', facilitatorId: actor.person, submissionKey: randomUUID() },
          ...{ 'agenda[0].title': 'Check-in', 'agenda[0].minutes': '10' },
          ...{ 'agenda[1].title': 'A case from the week', 'agenda[1].minutes': '40' },
        };
        return { path: `/circles/${actor.slug}/sessions/new`, cookie: of(actor), form };
      },
      bare() {
        const { circle, person } = host();
        return { path: '/scheduling', cookie: '', form: { circle, person, key: randomUUID() } };
      },
    },
  ];
  return {
    writes,
    /** Takes back what was joined and counted, and the jobs that nobody works on. */
    async reset(): Promise<void> {
      next = 0;
      await client.query(`
        truncate rate_limit, graphile_worker._private_jobs;
        delete from message;
        delete from membership where role = 'member' and circle_id in
          (select id from circle where slug like 'waiting-%');
        delete from agreement_consent c where circle_id in
          (select id from circle where slug like 'waiting-%') and not exists
          (select from membership m where m.circle_id = c.circle_id and m.person_id = c.person_id);
        update invitation set accepted_by = null, accepted_at = null, revoked_at = null;
        delete from agenda_item where title = 'Check-in';
        delete from agenda_item where session_id in
          (select id from session where starts_at > now() + interval '200 days');
        delete from session where starts_at > now() + interval '200 days';
      `);
    },
    end: () => client.end(),
  };
}

const dayAhead = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
