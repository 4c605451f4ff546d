import type { Member } from '#app/access/proofs.ts';
import { addressOfAsk, addressOfBoard } from '#app/mentoring/addresses.ts';
import { OPEN_ASKS } from '#app/mentoring/rows/board-statement.server.ts';
import { addressOfOneTold } from '#app/mentoring/told/addresses.ts';
import { LATEST_TOLD, type ToldRow } from '#app/mentoring/told/rows/told-statement.server.ts';
import { named } from '#app/mentoring/words.ts';
import { relative } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { capital } from '#app/ui/words.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';
import { beginningOf } from './board.server.ts';

/** So many open asks are on a circle's own page. */
const ASKS = 3;

const ON_CIRCLE = `
with asks as materialized (${OPEN_ASKS})
select (
  select json_agg(json_build_object('id', a.id, 'by', a.asker, 'title', a.title, 'mine', a.mine,
    'openedAt', a.opened_at) order by a.opened_at desc, a.id desc)
  from (select * from asks order by opened_at desc, id desc limit ${ASKS}) a
) as asks, ${LATEST_TOLD} as told`;

interface Row {
  asks: { id: number; by: string; title: string; mine: boolean; openedAt: string }[] | null;
  told: ToldRow | null;
}

/** Who asks for help in a circle, and the latest its members were told: in words, for its own page. */
export async function onCircle(
  { circleId, personId, circle, viewer }: Member,
  { now }: { now: Date },
) {
  const { rows } = await acrossCircles(
    databasePool(),
    'an ask is its asker’s: it is found through the members of the circle it went to',
  ).query<Row>({ text: ON_CIRCLE, values: [circleId, personId, now] });
  const [row] = rows;
  const told = beginningOf(row?.told ?? null);
  const asks = row?.asks ?? [];
  const shut = circle.archived ? 'Asks' : 'Nobody asks at the moment. Be the first';
  return {
    way: { to: addressOfBoard(circle.slug), words: asks.length > 0 ? 'All asks, and yours' : shut },
    asks: asks.map(({ id, by, title, mine, openedAt }) => ({
      ...{ to: addressOfAsk(id), title },
      meta: `${mine ? 'You ask' : `${apart(by)} asks`}, ${relative(openedAt, now, viewer.timeZone)}`,
    })),
    told: told && {
      to: addressOfOneTold(circle.slug, told.id),
      who: told.mine ? 'You were told' : `${capital(named(told.by))} was told`,
      ...{ told: told.told, will: told.will },
    },
  };
}

export type OnCircle = Awaited<ReturnType<typeof onCircle>>;
