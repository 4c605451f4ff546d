import type { Cloth, Viewer } from '#app/access/proofs.ts';
import { excerpt } from '#app/discussions/rules/excerpt.ts';
import { addressOfAsk, addressOfConversation } from '#app/mentoring/addresses.ts';
import { addressOfOutcome } from '#app/mentoring/conversations/addresses.ts';
import {
  givingOnHome,
  type Moments,
  type SeasonRow,
} from '#app/mentoring/giving/queries/twig-view.server.ts';
import { momentsOf, seasonOf } from '#app/mentoring/giving/rows/giving-statement.server.ts';
import { addressOfAnswer } from '#app/mentoring/offers/addresses.ts';
import { ASKS_ON_HOME, type AsksOnHomeRow } from '#app/mentoring/rows/asks-on-home.server.ts';
import { type WeekOnHomeRow, weekShown } from '#app/mentoring/week/queries/week-on-home.server.ts';
import { weekOnHome } from '#app/mentoring/week/rows/week-on-home.server.ts';
import { type WaitingRow, waitingColumn } from '#app/polls/queries/polls-to-answer.server.ts';
import { type DueRow, dueColumn } from '#app/records/commitments/queries/due.server.ts';
import { todayIn } from '#app/time/days.ts';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';
import type { AsksOnHome, CircleAsking, NeededOfAsks } from './on-home-view.ts';

/** So many characters of an ask or an answer are said on home. */
const SAID = 120;

// Each wing has a column. What it takes: the viewer $1, their circles $2, those of them that are not
// archived $3, now $4, the day it is for them $5, and in each of $3 $6.
// What was said at a session to be done stands here, too: it may become an ask. So do the polls that
// wait, which their own room shows: home asks for all there is in few statements.
const CIRCLES = '$2::bigint[]';
const OPEN = '$3::bigint[]';
const ON_HOME = `
select ${ASKS_ON_HOME} as asks,
  ${weekOnHome({ person: '$1', circles: CIRCLES, today: '$5' })} as week,
  ${momentsOf('$1')} as moments,
  ${seasonOf({ person: '$1', circles: OPEN, now: '$4' })} as season,
  ${dueColumn({ person: '$1', circles: OPEN, days: '$6::date[]' })} as due,
  ${waitingColumn({ person: '$1', circles: OPEN, now: '$4::timestamptz' })} as polls`;

interface Row {
  asks: AsksOnHomeRow;
  week: WeekOnHomeRow | null;
  moments: Moments;
  season: SeasonRow | null;
  due: DueRow[] | null;
  polls: WaitingRow[] | null;
}

/** What this room shows a viewer on home, and the polls that wait for them, in one statement. */
export async function onHome(viewer: Viewer, { now }: { now: Date }) {
  const circles = viewer.memberships.map(({ circle }) => circle);
  const open = circles.filter(({ archived }) => !archived);
  const ids = [circles, open].map((of) => of.map(({ id }) => id));
  const days = open.map(({ timeZone }) => todayIn(timeZone, now));
  const { rows } = await acrossCircles(
    databasePool(),
    'asks and conversations are between people',
  ).query<Row>({
    text: ON_HOME,
    values: [viewer.personId, ...ids, now, todayIn(viewer.timeZone, now), days],
  });
  const row = rows[0];
  if (!row) throw new Error('What is on home is always one row.');
  return {
    asks: asksOnHome(row.asks, now),
    week: row.week && weekShown(row.week),
    giving: givingOnHome(row, viewer.timeZone, now),
    due: row.due ?? [],
    polls: row.polls ?? [],
  };
}

type NeedRow = NonNullable<AsksOnHomeRow['needs']>[number];

const asksOnHome = ({ needs, fresh }: AsksOnHomeRow, now: Date): AsksOnHome => ({
  needs: (needs ?? []).map((row) => ({
    ...needOf(row, now),
    key: `${row.kind} ${row.id} ${row.who}`,
  })),
  fresh: byCircle(fresh ?? []),
});

function needOf({ kind, id, title, who, html, neededBy }: NeedRow, now: Date) {
  const name = apart(who);
  const said = html ? excerpt(html, SAID) : '';
  const ask = addressOfAsk(id);
  const base = { title, ways: [] as NeededOfAsks['ways'], said };
  switch (kind) {
    case 'received':
      return {
        ...base,
        eyebrow: `${name} asks you${neededBy ? `, until ${dayOf(neededBy, 'long', now)}` : ''}`,
        to: ask,
        action: 'I can help',
        at: addressOfAnswer(id, 'offer'),
        ways: [
          { to: addressOfAnswer(id, 'not-now'), label: 'Not now' },
          { to: addressOfAnswer(id, 'question'), label: 'Tell me more' },
        ],
      };
    case 'offered':
      return { ...base, eyebrow: `${name} can help`, to: ask, action: `Answer ${name}`, at: ask };
    case 'questioned':
      return {
        ...base,
        eyebrow: `${name} would like to hear more first`,
        to: ask,
        action: `Answer ${name}`,
        at: ask,
      };
    case 'said':
    case 'asked-after': {
      const to = addressOfConversation(id);
      return kind === 'said'
        ? { ...base, eyebrow: `${name} wrote to you`, to, action: 'Read it', at: to }
        : {
            ...base,
            eyebrow: `With ${name}`,
            said: 'Did it help?',
            to,
            action: 'Say',
            at: addressOfOutcome(id),
          };
    }
  }
}

function byCircle(rows: NonNullable<AsksOnHomeRow['fresh']>): CircleAsking[] {
  const circles = new Map<string, CircleAsking>();
  for (const { id, title, who, slug, name, cloth } of rows) {
    const circle = circles.get(slug) ?? { slug, name, cloth: cloth as Cloth, asks: [] };
    circle.asks.push({ id, to: addressOfAsk(id), title, by: `${apart(who)} asks` });
    circles.set(slug, circle);
  }
  return [...circles.values()];
}
