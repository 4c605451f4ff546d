import type { Viewer } from '#app/access/proofs.ts';
import { momentsOf, seasonOf } from '#app/mentoring/giving/rows/giving-statement.server.ts';
import { byMonth, totals } from '#app/mentoring/giving/rules/months.ts';
import { totalWords } from '#app/mentoring/giving/words.ts';
import { identity } from '#app/platform/forms/fields.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';
import type { GivingView, Thanks } from './giving-view.ts';
import { askedOf, type Moments, type SeasonRow, twigOf } from './twig-view.server.ts';

const THANKS_A_PAGE = 20;

/** The place in an address; null for none. */
export const thanksBefore = (said: string | null) => identity(said);

/**
 * Whether the reader ($1) may still know who thanked them: somebody of their circles ($2), or who
 * asked them beyond circles, with an account that is open.
 */
const KNOWN = `
  not exists (select from person_deactivation d where d.person_id = v.asker_id)
  and (exists (select from membership m
      where m.circle_id = any($2::bigint[]) and m.person_id = v.asker_id)
    or exists (select from ask_reach r
      where r.ask_id = v.ask_id and r.kind = 'site' and r.person_id = v.helper_id))`;

/** Who was blocked is a stranger to what was said, the thanks as well. */
const NOT_BLOCKED = `not exists (
  select from person_block k where k.person_id = v.asker_id and k.blocked_id = $1)`;

const PAGE = `
select ${momentsOf('$1')} as moments,
  ${seasonOf({ person: '$1', circles: '$2::bigint[]', now: '$3' })} as season,
  coalesce((select json_agg(t) from (
    select v.id, t.body, t.at, case when ${KNOWN} then p.name end as by
    from conversation v
    join ask_thanks t on t.conversation_id = v.id
    join person p on p.id = v.asker_id
    where v.helper_id = $1 and ${NOT_BLOCKED} and ($4::bigint is null or (t.at, v.id) < (
      select b.at, b.conversation_id from ask_thanks b
      join conversation bv on bv.id = b.conversation_id
      where b.conversation_id = $4 and bv.helper_id = $1))
    order by t.at desc, v.id desc limit $5) t), '[]') as thanks`;

/**
 * What the viewer asked for, offered, helped with and was thanked for, by month, and the thanks.
 * @param before the conversation whose thanks were the last of the page before; null: the first page
 */
export async function givingPage(
  { personId, memberships, timeZone }: Viewer,
  before: number | null,
  { now = new Date() }: Clock = {},
): Promise<GivingView> {
  const circles = memberships.map(({ circle }) => circle.id);
  const { rows } = await acrossCircles(
    databasePool(),
    'what somebody asked and gave is theirs, whichever circle it was in',
  ).query<{ moments: Moments; season: SeasonRow | null; thanks: Thanks[] }>({
    text: PAGE,
    values: [personId, circles, now, before, THANKS_A_PAGE + 1],
  });
  const [row] = rows;
  if (!row) throw new Error('A statement without a table gave no row.');
  const months = byMonth(row.moments, timeZone, now);
  const all = totals(months);
  const thanks = row.thanks.slice(0, THANKS_A_PAGE);
  return {
    twig: twigOf(row.moments, timeZone, now),
    words: months.length > 0 ? totalWords(months, all) : '',
    ...{ months, totals: all, thanks },
    season: askedOf(row.season),
    next: row.thanks.length > THANKS_A_PAGE ? (thanks.at(-1)?.id ?? null) : null,
  };
}

/** The one question that waits for the viewer; null where none does. */
export async function seasonAsked(
  { personId, memberships }: Viewer,
  { now = new Date() }: Clock = {},
) {
  const circles = memberships.map(({ circle }) => circle.id);
  const { rows } = await acrossCircles(databasePool(), 'the question is its reader’s own').query<{
    season: SeasonRow | null;
  }>({
    text: `select ${seasonOf({ person: '$1', circles: '$2::bigint[]', now: '$3' })} as season`,
    values: [personId, circles, now],
  });
  return askedOf(rows[0]?.season ?? null);
}
