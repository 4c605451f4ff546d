import { randomUUID } from 'node:crypto';
import type { SeedAnswer, SeedTalk } from '#app/demo/community/mentoring/types.ts';
import { ago, dayAt } from '#app/demo/days.server.ts';
import type { WrittenAsk } from './asks.server.ts';
import { across, type Ground } from './ground.server.ts';

/** A conversation to be written. */
export interface Taken {
  askId: number;
  offerId: number;
  asker: string;
  helper: string;
  talk: SeedTalk;
}

export interface Answers {
  offers: { id: number; asker: string; by: string; daysAgo: number; taken: boolean }[];
  questions: { id: number; asker: string; by: string; daysAgo: number }[];
  taken: Taken[];
}

/** Writes what asks were answered: offers, "not now", and questions. */
export async function insertAnswers(ground: Ground, asks: WrittenAsk[]): Promise<Answers> {
  const all = asks.flatMap(({ id: askId, seed }) =>
    (seed.answers ?? []).map((answer) => ({ askId, asker: seed.by, answer })),
  );
  const offers: Answers['offers'] = [];
  const taken: Taken[] = [];
  const given = all.filter(({ answer }) => !('asks' in answer));
  const rows = await across(ground)
    .insertInto('offer')
    .values(given.map(({ askId, answer }) => offerRow(ground, askId, answer)))
    .returning(['id', 'ask_id', 'helper_id'])
    .execute();
  const ids = new Map(rows.map((row) => [`${row.ask_id}:${row.helper_id}`, row.id]));
  for (const { askId, asker, answer } of given) {
    const { by, daysAgo } = answer;
    const id = ids.get(`${askId}:${ground.personId(by)}`) ?? 0;
    const talk = 'faced' in answer ? answer.talk : undefined;
    offers.push({ id, asker, by, daysAgo, taken: talk !== undefined });
    if (talk) taken.push({ askId, offerId: id, asker, helper: by, talk });
  }
  return { offers, taken, questions: await insertQuestions(ground, all) };
}

function offerRow(ground: Ground, askId: number, answer: SeedAnswer) {
  const { evening, personId, htmlOf } = ground;
  const at = ago(evening, answer.daysAgo);
  const base = { ask_id: askId, helper_id: personId(answer.by), made_at: at, changed_at: at };
  if ('notNowForDays' in answer) {
    const until = dayAt(evening, answer.notNowForDays);
    return { ...base, state: 'not_now', until, remind: answer.remind ?? false };
  }
  if (!('faced' in answer)) throw new Error('A question is no offer.');
  return {
    ...{ ...base, faced: answer.faced, faced_html: htmlOf(answer.faced) },
    state: answer.talk ? 'taken' : 'made',
    set_aside_at: answer.setAside ? at : null,
  };
}

async function insertQuestions(
  ground: Ground,
  all: { askId: number; asker: string; answer: SeedAnswer }[],
): Promise<Answers['questions']> {
  const { evening, personId, htmlOf } = ground;
  const questions: Answers['questions'] = [];
  for (const { askId, asker, answer: one } of all) {
    if (!('asks' in one)) continue;
    const { id } = await across(ground)
      .insertInto('ask_question')
      .values({
        ...{ ask_id: askId, person_id: personId(one.by), at: ago(evening, one.daysAgo) },
        ...{ body: one.asks, body_html: htmlOf(one.asks), submission_key: randomUUID() },
        ...(one.answer !== undefined && {
          ...{ answer: one.answer, answer_html: htmlOf(one.answer) },
          answered_at: ago(evening, one.answeredDaysAgo ?? one.daysAgo),
        }),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (one.answer === undefined) questions.push({ id, asker, by: one.by, daysAgo: one.daysAgo });
  }
  return questions;
}
