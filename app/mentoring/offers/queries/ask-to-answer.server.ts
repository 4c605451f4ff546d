import type { AskReader } from '#app/access/proofs.ts';
import { sourcesOf } from '#app/mentoring/asks/queries/sources.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';
import type { AskQuestion, AskToAnswer, MyAnswer } from './answers-view.ts';
import {
  ASK_COLUMNS,
  type AskRow,
  askRead,
  type PersonJson,
  QUESTION_JSON,
  somebody,
} from './ask-read.server.ts';

const ASK = `
select ${ASK_COLUMNS}, asker.id as "personId", asker.name, face.hash,
  exists (select from ask_reach r
    where r.ask_id = a.id and r.kind = 'person' and r.person_id = $2) as direct,
  coalesce((select json_agg(json_build_object('slug', c.slug, 'name', c.name) order by c.name)
    from circle c where c.id = any($3::bigint[]) and exists (select from ask_reach r
      where r.ask_id = a.id and r.circle_id = c.id)), '[]'::json) as circles,
  not exists (select from ask_reach r where r.ask_id = a.id
    and (r.person_id = $2 or r.circle_id = any($4::bigint[]))) as rests,
  (select json_build_object('id', o.id, 'state', o.state, 'version', o.version, 'faced', o.faced,
      'facedHtml', o.faced_html, 'until', o.until, 'setAside', o.set_aside_at is not null,
      'conversationId', (select v.id from conversation v where v.offer_id = o.id))
    from offer o where o.ask_id = a.id and o.helper_id = $2) as mine,
  coalesce((select json_agg(${QUESTION_JSON} order by q.id)
    from ask_question q join person p on p.id = q.person_id
    left join person_picture f on f.person_id = p.id
    where q.ask_id = a.id and q.person_id = $2), '[]'::json) as questions
from ask a join person asker on asker.id = a.asker_id
left join person_picture face on face.person_id = asker.id
where a.id = $1`;

interface Row extends AskRow, PersonJson {
  direct: boolean;
  circles: { slug: string; name: string }[];
  rests: boolean;
  mine: MyAnswer | null;
  questions: (AskQuestion & PersonJson)[];
}

/** An ask as its reader sees it now: closed, it says no more to who has not answered. */
export async function askToAnswer(reader: AskReader): Promise<AskToAnswer> {
  const { viewer, askId, personId } = reader;
  const circles = viewer.memberships.map(({ circle }) => circle);
  const values = [askId, personId, circles.map(({ id }) => id)];
  const awake = circles.filter(({ archived }) => !archived).map(({ id }) => id);
  const [{ rows }, sources] = await Promise.all([
    acrossCircles(databasePool(), 'an ask reaches people of several circles').query<Row>({
      text: ASK,
      values: [...values, awake],
    }),
    sourcesOf(viewer, [askId]),
  ]);
  const [row] = rows;
  if (!row) throw new Error('An ask that was proven to be read is there.');
  const answered = row.mine !== null && row.mine.state !== 'withdrawn';
  const open = row.state === 'open' || answered;
  const ask = askRead(row, sources.get(askId));
  return {
    ...ask,
    ...(!open && { html: '', neededBy: null, source: null }),
    asker: somebody(row),
    direct: row.direct,
    circles: row.circles,
    shut: row.state !== 'open' || row.rests,
    mine: row.mine,
    questions: open ? row.questions.map((one) => ({ ...question(one), ...somebody(one) })) : [],
  };
}

const question = ({ id, html, at, answerHtml }: AskQuestion) => ({ id, html, at, answerHtml });
