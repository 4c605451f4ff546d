import { WINDOW_MINUTES } from '#app/notifications/rules/timing.ts';
import { factsFor, ofKind } from './all-occasions.server.ts';
import { linesOfMine } from './lines.server.ts';

/**
 * Works out anew which unread items are held, of circles ($1) on the day it is in each ($2), and of
 * what has nothing to show any more. What is held no more has its window from now on. A row that somebody else is about to change is left to them: so
 * nobody who reads on waits for anybody, and the inbox mends what was missed when it is opened.
 * @param which SQL over `i`, by values from $3 on
 */
export const holdingStatement = (which: string) => `
with mine as materialized (
  select i.* from inbox_item i
  where i.read_at is null and (${which})
  for update of i skip locked
), ${linesOfMine({ circles: '$1', days: '$2' })}, anew as materialized (
  select i.circle_id, i.person_id, i.topic, coalesce(${ofKind(({ held }) => held, 'false')}, false)
    or (${factsFor('$1::bigint[]')}) is null as held
  from mine i
  left join lines on lines.circle_id = i.circle_id and lines.person_id = i.person_id
)
update inbox_item i set held = anew.held, mail_at = case
  when anew.held or i.mail_at is null then i.mail_at
  else greatest(i.mail_at, now() + interval '${WINDOW_MINUTES} minutes') end
from anew
where i.person_id = anew.person_id and i.topic = anew.topic
  and i.circle_id is not distinct from anew.circle_id and i.held <> anew.held`;
