import { type RawBuilder, sql } from 'kysely';
import type { Occasion, Weight } from '#app/notifications/rules/occasions.ts';
import { WINDOW_MINUTES } from '#app/notifications/rules/timing.ts';
import { beyondLine } from './lines.server.ts';

/** One occasion, and whom it is told. */
export interface Telling {
  circleId: number;
  name: string;
  kind: Occasion<unknown, unknown>;
  thing: number | null;
  threadId: number | null;
  /** who did it: their own line is read already */
  by: number | null;
  detail: unknown;
  at: Date;
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
 * Puts occasions into the inboxes of whom they are told, in one statement. Closed accounts and an
 * archived circle are told nothing.
 *
 * Rows are written in the order of the people, so that two tellings never wait for each other; each
 * thing is told once in it.
 */
export const tellStatement = (tellings: readonly Telling[]): RawBuilder<unknown> =>
  sql`with ${sql.join(tellings.map(told))} select`;

function told(telling: Telling, index: number): RawBuilder<unknown> {
  const { name, kind, thing, detail } = telling;
  const { weight, held, forYou = String(weight === 'you'), audience = 'true' } = kind;
  const [member, concerned] = [sql.raw(`member_${index}`), sql.raw(`concerned_${index}`)];
  return sql`
${member} as materialized (${telling.outside ? people(telling) : members(telling)}
), ${concerned} as materialized (
  select i.*, ${sql.raw(forYou)} as for_you from ${member} i
), ${sql.raw(`told_${index}`)} as (
  insert into inbox_item (circle_id, person_id, topic, member_of, kind, thing_id, thread_id,
    by_person_id, detail, for_you, at, held, read_at, mail_at)
  select i.circle_id, i.person_id, ${kind.topic(thing)}, i.member_of, ${name}, i.thing_id,
    i.thread_id, i.by_person_id, ${JSON.stringify(detail)}::jsonb, i.for_you, i.at,
    ${sql.raw(held ?? 'false')}, case when i.person_id = i.by_person_id then i.at end,
    case when i.person_id = i.by_person_id or ${sql.raw(unmailed(weight))} then null
      else i.at + ${sql.raw(`interval '${WINDOW_MINUTES} minutes'`)} end
  from ${concerned} i ${sql.raw(held ? `cross join lateral (${beyondLine(MEMBER)}) lines` : '')}
  where ${sql.raw(audience)}
  order by i.person_id
  on conflict (circle_id, person_id, topic) do update
  set member_of = excluded.member_of, kind = excluded.kind, thing_id = excluded.thing_id,
    thread_id = excluded.thread_id, by_person_id = excluded.by_person_id,
    detail = excluded.detail, for_you = excluded.for_you, at = excluded.at, held = excluded.held,
    read_at = excluded.read_at, mail_at = excluded.mail_at, message_id = null
)`;
}

const MEMBER = { circle: 'i.circle_id', person: 'i.person_id', today: 'i.today' };

/** Whether no mail tells of it, at the volume of a row `i`. */
const unmailed = (weight: Weight) =>
  weight === 'news'
    ? `i.volume = 'nothing'
      or (i.volume = 'concerns' and not i.for_you and i.muted is distinct from false)`
    : `i.volume = 'nothing'`;

type What = Pick<Telling, 'thing' | 'threadId' | 'by' | 'at' | 'today'>;

const what = ({ thing, threadId, by, at, today }: What) => sql`
  ${thing}::bigint as thing_id, ${threadId}::bigint as thread_id, ${by}::bigint as by_person_id,
  ${at}::timestamptz as at, ${today}::date as today`;

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

const people = ({ circleId, outside, ...telling }: Telling) => sql`
  select c.id as circle_id, p.id as person_id, m.circle_id as member_of, ${what(telling)},
    coalesce(v.volume, 'everything') as volume, null::boolean as muted
  from circle c
  join person p on p.id = any(${outside}::bigint[])
  left join membership m on m.circle_id = c.id and m.person_id = p.id
  left join circle_volume v on v.circle_id = c.id and v.person_id = p.id
  where c.id = ${circleId}
    and not exists (select from person_deactivation d where d.person_id = p.id)
    and not exists (select from circle_archive a where a.circle_id = c.id)`;
