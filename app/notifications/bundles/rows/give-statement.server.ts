import { sql } from 'kysely';
import { haveSent, writtenMessages } from '#app/notifications/rows/messages.server.ts';

/** An item, by its key. */
interface Item {
  person_id: number;
  /** null: between people */
  circle_id: number | null;
  topic: string;
}

interface Given {
  /** one a person */
  messages: readonly {
    kind: string;
    occasion: string;
    person_id: number;
    circle_id: number | null;
  }[];
  /** those that go into them */
  going: readonly Item[];
  /** those that wait on; null: no mail will tell of them */
  waiting: readonly (Item & { until: Date | null })[];
}

/**
 * Gives items of several people to one message for each of them, and has those sent; in one
 * statement, so that a person has the message with its items, or neither.
 *
 * What was read or held since it was decided (`now`) is left out. Whoever somebody else is writing to,
 * or has written to since, gets nothing now: another minute will do. It waits for nobody, so that none
 * of those who lock several items has to know in which order.
 */
export const giveStatement = ({ messages, going, waiting }: Given, now: Date) => sql`
with going as materialized (
  select * from jsonb_to_recordset(${JSON.stringify(going)}::jsonb)
    as g (person_id bigint, circle_id bigint, topic text)
), taken as materialized (
  select i.circle_id, i.person_id, i.topic
  from going g
  join inbox_item i on i.person_id = g.person_id and i.topic = g.topic
    and i.circle_id is not distinct from g.circle_id
  where i.mail_at is not null and i.read_at is null and not i.held
  for update of i skip locked
), busy as materialized (
  select g.person_id
  from going g
  join inbox_item i on i.person_id = g.person_id and i.topic = g.topic
    and i.circle_id is not distinct from g.circle_id
  where i.read_at is null and not i.held and (i.mail_at is not null or i.message_id is not null)
    and not exists (
      select from taken t
      where t.person_id = i.person_id and t.topic = i.topic
        and t.circle_id is not distinct from i.circle_id)
), written as (${writtenMessages(sql`
  select p.kind, p.occasion, 'person:' || p.person_id, p.person_id, p.circle_id, '{}'
  from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
    as p (kind text, occasion text, person_id bigint, circle_id bigint)
  where p.person_id in (select person_id from taken)
    and p.person_id not in (select person_id from busy)`)}
), given as (
  update inbox_item i set message_id = w.id, mail_at = null
  from taken t join written w on w.person_id = t.person_id
  where i.person_id = t.person_id and i.topic = t.topic
    and i.circle_id is not distinct from t.circle_id
), waiting as materialized (
  select i.circle_id, i.person_id, i.topic, p.until
  from jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb)
    as p (person_id bigint, circle_id bigint, topic text, until timestamptz)
  join inbox_item i on i.person_id = p.person_id and i.topic = p.topic
    and i.circle_id is not distinct from p.circle_id
  where i.mail_at <= ${now}::timestamptz
  for update of i skip locked
), put_off as (
  update inbox_item i set mail_at = w.until
  from waiting w
  where i.person_id = w.person_id and i.topic = w.topic
    and i.circle_id is not distinct from w.circle_id
)
${haveSent('written')}`;
