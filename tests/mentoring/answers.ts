import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { askFirst } from '#app/mentoring/offers/commands/ask-first.server.ts';
import { offerHelp } from '#app/mentoring/offers/commands/offer-help.server.ts';
import { sayNotNow } from '#app/mentoring/offers/commands/say-not-now.server.ts';
import { takeOffer } from '#app/mentoring/offers/commands/take-offer.server.ts';
import { withdrawAnswer } from '#app/mentoring/offers/commands/withdraw-answer.server.ts';
import type { HelpInput, NotNowInput, QuestionInput } from '#app/mentoring/offers/forms.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { asAsker, asReader, openAsk } from './scene.ts';

/** A Tuesday. */
export const now = new Date('2098-09-02T09:00:00Z');
export const later = (hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000);

/** Noor’s ask to her circle of four. */
export async function askInCircle(given: Parameters<typeof openAsk>[1] = {}) {
  const [ines, noor, rui, priya] = [
    await person('Ines'),
    await person('Noor'),
    await person('Rui'),
    await person('Priya'),
  ];
  const circle = await circleOf({ host: ines, members: [noor, rui, priya] });
  const to = { circleId: circle.id };
  const askId = await openAsk(noor, { to, circleId: circle.id, at: now, ...given });
  return { circle, ines, noor, rui, priya, askId };
}

/** The answers of somebody, as they stand on their page at this moment. */
export function answersOf(who: Viewer, askId: number, at = now) {
  const reader = async () => (await asReader(who, askId)) ?? expect.fail(`${who.name} reads it`);
  const seen = async () => ({
    version: (await versionOf(askId)) ?? 0,
    answered: (await offerRow(askId, who))?.version ?? 0,
  });
  const clock = { now: at };
  return {
    help: async (given: Partial<HelpInput> = {}) =>
      offerHelp(await reader(), { faced: '', ...(await seen()), ...given }, clock),
    notNow: async (given: Partial<NotNowInput> = {}) =>
      sayNotNow(await reader(), { until: '2099-01-12', ...(await seen()), ...given }, clock),
    question: async (given: Partial<QuestionInput> = {}) =>
      askFirst(
        await reader(),
        {
          ...{ body: 'How many are on it?', submissionKey: randomUUID() },
          version: (await seen()).version,
          ...given,
        },
        clock,
      ),
    withdraw: async () => withdrawAnswer(await reader(), clock),
  };
}

/** Takes somebody's offer up, as the asker. */
export async function take(asker: Viewer, helper: Viewer, askId: number, keep?: 'open', at = now) {
  const proof = (await asAsker(asker, askId)) ?? expect.fail('the asker');
  const offer = (await offerRow(askId, helper)) ?? expect.fail('an offer');
  return takeOffer(proof, offer.id, { keep }, { now: at });
}

export const offerRow = (askId: number, helper: Viewer) =>
  db
    .selectFrom('offer')
    .selectAll()
    .where('ask_id', '=', askId)
    .where('helper_id', '=', helper.personId)
    .executeTakeFirst();

const versionOf = async (askId: number) =>
  (await db.selectFrom('ask').select('version').where('id', '=', askId).executeTakeFirst())
    ?.version;

export const askRow = (askId: number) =>
  db.selectFrom('ask').selectAll().where('id', '=', askId).executeTakeFirstOrThrow();

/** What brings an offer into a state, by the real commands. */
export async function bringTo(
  state: 'none' | 'made' | 'taken' | 'not_now' | 'withdrawn',
  { noor, rui, askId }: { noor: Viewer; rui: Viewer; askId: number },
) {
  const says = answersOf(rui, askId);
  if (state === 'none') return;
  if (state === 'not_now') {
    expect(await says.notNow()).toMatchObject({ ok: true });
    return;
  }
  expect(await says.help()).toMatchObject({ ok: true });
  if (state === 'taken') expect(await take(noor, rui, askId, 'open')).toMatchObject({ ok: true });
  if (state === 'withdrawn') expect(await says.withdraw()).toEqual({ ok: true });
}
