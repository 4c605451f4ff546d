import { type RawBuilder, sql } from 'kysely';
import { haveSent, writtenMessages } from '#app/notifications/rows/messages.server.ts';
import type { Weight } from '#app/notifications/rules/occasions.ts';
import {
  DAILY_DAYS,
  DAILY_WAIT,
  WEEKLY_WAIT,
  WINDOW_MINUTES,
} from '#app/notifications/rules/timing.ts';
import type { AnyOccasion } from './all-occasions.server.ts';
import { beyondLine } from './lines.server.ts';

/** One occasion, and whom it is told. */
export interface Telling {
  /** null: between people, who are `outside` */
  circleId: number | null;
  name: string;
  kind: AnyOccasion;
  thing: number | null;
  threadId: number | null;
  /** who did it: their own line is read already */
  by: number | null;
  detail: unknown;
  at: Date;
  until: Date | null;
  mail: { message: string; given: unknown; occasion: string } | null;
  /** the day it is in the circle; asked for where a kind says what is held */
  today: string | null;
  except: readonly number[];
  /** null: all */
  only: readonly number[] | null;
  /** null: whatever they are */
  roles: readonly string[] | null;
  /** these people and nobody else, whether or not they are members */
  outside: readonly number[] | null;
}

/**
 * Puts occasions into the inboxes of whom they are told and writes the messages of their own mail, in
 * one statement. Closed accounts and an archived circle are told nothing.
 *
 * Rows are written in the order of the people, so that two tellings never wait for each other; each
 * thing is told once in it.
 */
export function tellStatement(tellings: readonly Telling[]): RawBuilder<unknown> {
  const all = sql.join(tellings.map(told));
  const mailed = tellings.flatMap(({ mail }, index) =>
    mail ? sql`select id from ${sql.raw(`message_${index}`)}` : [],
  );
  if (mailed.length === 0) return sql`with ${all} select`;
  return sql`with ${all}, posted as (${sql.join(mailed, sql` union all `)}) ${haveSent('posted')}`;
}

function told(telling: Telling, index: number): RawBuilder<unknown> {
  const { name, kind, thing, detail, mail } = telling;
  const { weight, held, forYou = String(weight === 'you'), audience = 'true' } = kind;
  const [member, found, concerned, message] = ['member', 'found', 'concerned', 'message'].map(
    (part) => sql.raw(`${part}_${index}`),
  );
  return sql`
${member} as materialized (${toldOf(telling)}
), ${found} as materialized (
  select i.*, ${sql.raw(forYou)} as for_you from ${member} i
), ${concerned} as materialized (
  select i.*, ${sql.raw(unmailed(weight))} as unmailed, ${mail ? atOnce(telling) : sql`false`} as at_once
  from ${found} i where ${sql.raw(audience)}
), ${sql.raw(`told_${index}`)} as (
  insert into inbox_item (circle_id, person_id, topic, member_of, kind, thing_id, thread_id,
    by_person_id, detail, for_you, at, held, read_at, mail_at)
  select i.circle_id, i.person_id, ${kind.topic(thing)}, i.member_of, ${name}, i.thing_id,
    i.thread_id, i.by_person_id, ${JSON.stringify(detail)}::jsonb, i.for_you, i.at,
    ${sql.raw(held ?? 'false')}, case when i.person_id = i.by_person_id then i.at end,
    case when i.person_id = i.by_person_id or i.unmailed or i.at_once then null
      else i.at + ${sql.raw(`interval '${WINDOW_MINUTES} minutes'`)} end
  from ${concerned} i ${sql.raw(held ? `cross join lateral (${beyondLine(MEMBER)}) lines` : '')}
  order by i.person_id
  on conflict (person_id, topic, circle_id) do update
  set member_of = excluded.member_of, kind = excluded.kind, thing_id = excluded.thing_id,
    thread_id = excluded.thread_id, by_person_id = excluded.by_person_id,
    detail = excluded.detail, for_you = excluded.for_you, at = excluded.at, held = excluded.held,
    read_at = excluded.read_at, mail_at = excluded.mail_at, message_id = null
)${
    mail
      ? sql`, ${message} as (${writtenMessages(sql`
  select ${mail.message}::text, ${mail.occasion}::text, 'person:' || i.person_id, i.person_id,
    i.circle_id, ${JSON.stringify(mail.given)}::jsonb
  from ${concerned} i where i.at_once order by i.person_id`)})`
      : sql``
  }`;
}

const MEMBER = { circle: 'i.circle_id', person: 'i.person_id', today: 'i.today' };

/** Whether no mail tells of it, at the volume of a row `i`. */
const unmailed = (weight: Weight) =>
  weight === 'news'
    ? `i.volume = 'nothing'
      or (i.volume = 'concerns' and not i.for_you and i.muted is distinct from false)`
    : `i.volume = 'nothing'`;

/**
 * Whether its own mail tells a row `i` of it at once. Who wants a digest waits for that, unless the
 * thing would be over before.
 */
const atOnce = ({ kind, until }: Telling) => sql`
    not (${sql.raw(unmailed(kind.weight))}) and (i.volume <> 'digest'
      or ${until}::timestamptz < i.at + coalesce((
        select case when cardinality(h.digest_days) >= ${sql.lit(DAILY_DAYS)}
          then ${sql.raw(`interval '${DAILY_WAIT} days'`)} end
        from mail_hours h where h.person_id = i.person_id
      ), ${sql.raw(`interval '${WEEKLY_WAIT} days'`)}))`;

type What = Pick<Telling, 'thing' | 'threadId' | 'by' | 'at' | 'today'>;

const what = ({ thing, threadId, by, at, today }: What) => sql`
  ${thing}::bigint as thing_id, ${threadId}::bigint as thread_id, ${by}::bigint as by_person_id,
  ${at}::timestamptz as at, ${today}::date as today`;

function toldOf(telling: Telling): RawBuilder<unknown> {
  if (telling.circleId === null) return people(telling);
  return telling.outside ? outsiders(telling) : members(telling);
}

/** Held, so that nobody leaves between being found and being told. */
const members = ({ circleId, except, only, roles, ...telling }: Telling) => sql`
  select m.circle_id, m.person_id, m.circle_id as member_of, ${what(telling)},
    coalesce(v.volume, 'everything') as volume, f.muted
  from membership m
  left join circle_volume v on v.circle_id = m.circle_id and v.person_id = m.person_id
  left join thread_following f
    on f.circle_id = m.circle_id and f.person_id = m.person_id and f.thread_id = ${telling.threadId}::bigint
  where m.circle_id = ${circleId} and m.person_id <> all(${except}::bigint[])
    and (${only}::bigint[] is null or m.person_id = any(${only}::bigint[]))
    and (${roles}::text[] is null or m.role = any(${roles}::text[]))
    and f.muted is not true
    and not exists (select from person_deactivation d where d.person_id = m.person_id)
    and not exists (select from circle_archive a where a.circle_id = m.circle_id)
  order by m.person_id
  for key share of m`;

const outsiders = ({ circleId, outside, ...telling }: Telling) => sql`
  select c.id as circle_id, p.id as person_id, m.circle_id as member_of, ${what(telling)},
    coalesce(v.volume, 'everything') as volume, null::boolean as muted
  from circle c
  join person p on p.id = any(${outside}::bigint[])
  left join membership m on m.circle_id = c.id and m.person_id = p.id
  left join circle_volume v on v.circle_id = c.id and v.person_id = p.id
  where c.id = ${circleId}
    and not exists (select from person_deactivation d where d.person_id = p.id)
    and not exists (select from circle_archive a where a.circle_id = c.id)`;

const people = ({ outside, except, ...telling }: Telling) => sql`
  select null::bigint as circle_id, p.id as person_id, null::bigint as member_of, ${what(telling)},
    coalesce(v.volume, 'everything') as volume, null::boolean as muted
  from person p
  left join between_volume v on v.person_id = p.id
  where p.id = any(${outside}::bigint[]) and p.id <> all(${except}::bigint[])
    and not exists (select from person_deactivation d where d.person_id = p.id)`;
