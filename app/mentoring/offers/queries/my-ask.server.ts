import type { Asker, AskReader } from '#app/access/proofs.ts';
import { sourcesOf } from '#app/mentoring/asks/queries/sources.server.ts';
import { freshTo } from '#app/mentoring/offers/rows/fresh.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';
import type { AskQuestion, MyAsk, OfferToMe, Unanswered } from './answers-view.ts';
import {
  ASK_COLUMNS,
  type AskRow,
  askRead,
  type PersonJson,
  QUESTION_JSON,
  somebody,
} from './ask-read.server.ts';

/** Whom their account, or who blocked whom, keeps from being helped by. */
const THERE = `
not exists (select from person_deactivation d where d.person_id = o.helper_id)
and not exists (select from person_block b where (b.person_id = o.helper_id and b.blocked_id = $2)
  or (b.person_id = $2 and b.blocked_id = o.helper_id))`;

// That somebody blocked the asker is not told: they look like whoever does not answer.
const AWAY = `
exists (select from person_deactivation d where d.person_id = r.person_id)
or not exists (select from membership m join membership other on other.circle_id = m.circle_id
  where m.person_id = r.person_id and other.person_id = $2)`;

const ASK = `
select ${ASK_COLUMNS},
  coalesce((select json_agg(json_build_object('id', o.id, 'state', o.state, 'until', o.until,
      'facedHtml', o.faced_html, 'remind', o.remind, 'setAside', o.set_aside_at is not null,
      'fresh', ${freshTo('$2')}, 'there', ${THERE}, 'personId', p.id, 'name', p.name, 'hash', f.hash,
      'conversationId', (select v.id from conversation v where v.offer_id = o.id))
      order by o.made_at, o.id)
    from offer o join person p on p.id = o.helper_id
    left join person_picture f on f.person_id = p.id
    where o.ask_id = a.id and o.state <> 'withdrawn'), '[]'::json) as offers,
  coalesce((select json_agg(${QUESTION_JSON} order by q.id)
    from ask_question q join person p on p.id = q.person_id
    left join person_picture f on f.person_id = p.id
    where q.ask_id = a.id), '[]'::json) as questions,
  coalesce((select json_agg(json_build_object('name', p.name, 'at', r.at, 'nudgedAt', r.nudged_at,
      'unansweredAt', r.unanswered_at, 'away', ${AWAY}) order by r.at, r.id)
    from ask_reach r join person p on p.id = r.person_id
    where r.ask_id = a.id and r.kind = 'person'
      and not exists (select from offer o where o.ask_id = a.id and o.helper_id = r.person_id)
      and not exists (select from ask_question q
        where q.ask_id = a.id and q.person_id = r.person_id)), '[]'::json) as unanswered,
  array(select distinct c.name from ask_reach r join circle c on c.id = r.circle_id
    where r.ask_id = a.id order by c.name) as circles,
  (select count(*) from ask_reach r where r.ask_id = a.id and r.kind = 'site')::int as fitting
from ask a where a.id = $1 and a.asker_id = $2 and a.state <> 'draft'`;

interface Row extends AskRow {
  offers: (OfferToMe & PersonJson)[];
  questions: (AskQuestion & PersonJson)[];
  unanswered: Unanswered[];
  circles: string[];
  fitting: number;
}

/** An ask of the reader's own with all that was answered; null where it is somebody else's, or a draft. */
export async function myAsk(of: Asker | AskReader): Promise<MyAsk | null> {
  const { viewer, askId, personId } = of;
  const [{ rows }, sources] = await Promise.all([
    acrossCircles(databasePool(), 'an ask is its asker’s').query<Row>({
      text: ASK,
      values: [askId, personId],
    }),
    sourcesOf(viewer, [askId]),
  ]);
  const [row] = rows;
  if (!row) return null;
  const { unanswered, circles, fitting } = row;
  return {
    ...askRead(row, sources.get(askId)),
    ...{ unanswered, circles, fitting },
    offers: row.offers.map(({ personId, hash, ...offer }) => ({
      ...offer,
      ...somebody({ personId, hash, name: offer.name }),
    })),
    questions: row.questions.map(({ personId, hash, ...question }) => ({
      ...question,
      ...somebody({ personId, hash, name: question.name }),
    })),
  };
}
