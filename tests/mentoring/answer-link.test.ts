import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { lockedAsk, writeText } from '#app/mentoring/asks/rows/ask-row.server.ts';
import { answerToken, readAnswerToken } from '#app/mentoring/offers/rules/answer-link.server.ts';
import { ANSWERS, type Answer } from '#app/mentoring/offers/rules/offer.ts';
import { hearToken } from '#app/notifications/hearing/rules/hear-link.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { ask } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { answersOf, offerRow, take } from './answers.ts';
import { asAsker, openAsk } from './scene.ts';

const asks = acrossCircles(db, 'an ask is its asker’s');
const TITLE = 'Who hands over a rota?';
const BODY = 'A canary sang in May.';

async function asked() {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const circle = await circleOf({ members: [noor, rui] });
  const askId = await openAsk(noor, { to: { person: rui }, title: TITLE, body: BODY });
  return { circle, noor, rui, askId };
}

async function linkOf(askId: number, { personId }: Viewer, answer: Answer) {
  const { secret } = await db.selectFrom('site').select('secret').executeTakeFirstOrThrow();
  return `/answer/${answerToken({ askId, personId, answer }, secret)}`;
}

const form = {
  offer: () => ({ faced: 'In May.', version: '1', answered: '0' }),
  'not-now': () => ({
    until: `${new Date().getUTCFullYear() + 1}-01-12`,
    version: '1',
    answered: '0',
  }),
  question: () => ({ body: 'How many?', version: '1', submissionKey: randomUUID() as string }),
};

const questionsOf = (askId: number) =>
  db.selectFrom('ask_question').select('body').where('ask_id', '=', askId).execute();

async function givenOf(askId: number, rui: Viewer) {
  const offer = await offerRow(askId, rui);
  return [offer?.state ?? 'none', (await questionsOf(askId)).length];
}

const wellKnown = { offer: ['made', 0], 'not-now': ['not_now', 0], question: ['none', 1] };

describe.each(ANSWERS)('the link “%s” of a mail', (answer) => {
  test('shows the ask to who is not signed in, and changes nothing by being opened', async () => {
    const { rui, askId } = await asked();
    const link = await linkOf(askId, rui, answer);
    for (let times = 0; times < 3; times++) {
      const page = await ask(link);
      expect(page.status).toBe(200);
      expect(page.body).toContain(TITLE);
      expect(page.body).toContain(BODY);
    }
    expect(await givenOf(askId, rui)).toEqual(['none', 0]);
  });

  test('gives this one answer, once', async () => {
    const { rui, askId } = await asked();
    const link = await linkOf(askId, rui, answer);
    const said = form[answer]();
    for (let times = 0; times < 3; times++) {
      const done = await ask(link, { form: said });
      expect([done.status, done.headers.get('location')]).toEqual([303, link]);
    }
    expect(await givenOf(askId, rui)).toEqual(wellKnown[answer]);
    expect((await ask(link)).body).toContain('Thank you');
  });

  test('is over once the ask closes, the reach ends, or an account does', async () => {
    const ends: Record<string, (of: Awaited<ReturnType<typeof asked>>) => Promise<unknown>> = {
      closed: ({ askId }) =>
        asks
          .updateTable('ask')
          .set({ state: 'closed', closed_at: new Date(), closed_as: 'unneeded' })
          .where('id', '=', askId)
          .execute(),
      left: ({ rui }) =>
        acrossCircles(db, 'a test')
          .deleteFrom('membership')
          .where('person_id', '=', rui.personId)
          .execute(),
      blocked: ({ noor, rui }) =>
        db
          .insertInto('person_block')
          .values({ person_id: noor.personId, blocked_id: rui.personId })
          .execute(),
      ...Object.fromEntries(
        (['noor', 'rui'] as const).map((who) => [
          `${who} closed their account`,
          (of: Awaited<ReturnType<typeof asked>>) =>
            db
              .insertInto('person_deactivation')
              .values({ person_id: of[who].personId, by_person_id: of[who].personId })
              .execute(),
        ]),
      ),
    };
    for (const [how, end] of Object.entries(ends)) {
      const scene = await asked();
      const link = await linkOf(scene.askId, scene.rui, answer);
      await end(scene);
      const page = await ask(link);
      expect([how, page.body.includes('nothing left to answer')]).toEqual([how, true]);
      expect([how, page.body.includes(TITLE) || page.body.includes('canary')]).toEqual([
        how,
        false,
      ]);
      await ask(link, { form: form[answer]() });
      expect([how, await givenOf(scene.askId, scene.rui)]).toEqual([how, ['none', 0]]);
    }
  });
});

test('a link is over once another answer was given', async () => {
  const { noor, rui, askId } = await asked();
  await answersOf(rui, askId, new Date()).notNow();
  const link = await linkOf(askId, rui, 'offer');
  expect((await ask(link)).body).toContain('nothing left to answer');
  await ask(link, { form: { ...form.offer(), answered: '1' } });
  expect(await givenOf(askId, rui)).toEqual(['not_now', 0]);
  await answersOf(rui, askId, new Date()).help();
  await take(noor, rui, askId, 'open', new Date());
  for (const answer of ANSWERS) {
    expect((await ask(await linkOf(askId, rui, answer))).body).toContain('nothing left to answer');
  }
});

test('an ask that was edited since the page was opened is shown again first', async () => {
  const { noor, rui, askId } = await asked();
  const link = await linkOf(askId, rui, 'offer');
  const asker = (await asAsker(noor, askId)) ?? expect.fail();
  await db.transaction().execute(async (tx) => {
    const row = (await lockedAsk(tx, asker)) ?? expect.fail();
    const text = { title: 'Who takes it?', body: 'In June.', neededBy: null };
    await writeText(tx, row, { ...text, html: '<p>In June.</p>' }, new Date());
  });
  const again = await ask(link, { form: form.offer() });
  expect(again.status).toBe(422);
  expect(again.body).toContain('In June.');
  expect(again.body).toContain('In May.');
  expect(await givenOf(askId, rui)).toEqual(['none', 0]);
});

test('what does not fit comes back with its reason', async () => {
  const { rui, askId } = await asked();
  const none = await ask(await linkOf(askId, rui, 'not-now'), {
    form: { until: '', version: '1', answered: '0' },
  });
  expect([none.status, none.body.includes('Choose a day')]).toEqual([422, true]);
  const past = await ask(await linkOf(askId, rui, 'not-now'), {
    form: { until: '2020-01-01', version: '1', answered: '0' },
  });
  expect(past.status).toBe(422);
  const empty = await ask(await linkOf(askId, rui, 'question'), {
    form: { body: ' ', version: '1', submissionKey: randomUUID() },
  });
  expect(empty.status).toBe(422);
  expect(await givenOf(askId, rui)).toEqual(['none', 0]);
});

test('nobody makes or bends a link', async () => {
  const { noor, rui, askId } = await asked();
  const secret = 'a secret of this site';
  const of = { askId, personId: rui.personId, answer: 'offer' as const };
  const token = answerToken(of, secret);
  expect(readAnswerToken(token, secret)).toEqual(of);
  expect(readAnswerToken(token, 'another')).toBeNull();
  const hear = hearToken({ personId: 5, of: 7, threadId: 1 }, secret);
  expect(readAnswerToken(hear, secret)).toBeNull();
  const [one, other] = [
    answerToken(of, secret),
    answerToken({ ...of, answer: 'question' }, secret),
  ];
  expect(readAnswerToken(one.slice(0, 27) + other.slice(27), secret)).toBeNull();
  const bent = `/answer/${token.slice(0, -1)}2`;
  for (const link of ['/answer/none', bent]) {
    expect((await ask(link)).status).toBe(404);
    await ask(link, { form: form.offer() });
  }
  // Nor does an asker answer themself by one.
  await ask(await linkOf(askId, noor, 'offer'), { form: form.offer() });
  expect(await givenOf(askId, rui)).toEqual(['none', 0]);
  expect(await givenOf(askId, noor)).toEqual(['none', 0]);
});
