import type { AnswerByLinkInput } from '#app/mentoring/offers/forms.ts';
import { answerLink } from '#app/mentoring/offers/queries/answer-link.server.ts';
import type { WhyNoAnswer } from '#app/mentoring/offers/words.ts';
import { askFirst } from './ask-first.server.ts';
import { offerHelp } from './offer-help.server.ts';
import { sayNotNow } from './say-not-now.server.ts';

type Answered =
  | { ok: true; said: 'offer-made' | 'not-now-said' | 'question-asked' }
  /** the link stands for nothing any more */
  | { ok: false; reason: 'over' }
  | { ok: false; reason: WhyNoAnswer; field: 'faced' | 'until' | 'body' };

/** Answers an ask as the link of a mail says, for whoever holds it. What was answered so stays as it is. */
export async function answerByLink(
  token: string,
  form: AnswerByLinkInput,
  clock: { now?: Date } = {},
): Promise<Answered> {
  const link = await answerLink(token);
  if (!link || link.is === 'over') return { ok: false, reason: 'over' };
  const { is, answer, reader } = link;
  const isSaid = is === 'said';
  const { version, answered, submissionKey } = form;
  const seen = { version, answered };
  if (answer === 'offer') {
    const done = isSaid ? said : await offerHelp(reader, { ...seen, faced: form.faced }, clock);
    return done.ok ? { ok: true, said: 'offer-made' } : { ...done, field: 'faced' };
  }
  if (answer === 'not-now') {
    if (!form.until) return { ok: false, reason: 'past', field: 'until' };
    const done = isSaid ? said : await sayNotNow(reader, { ...seen, until: form.until }, clock);
    return done.ok ? { ok: true, said: 'not-now-said' } : { ...done, field: 'until' };
  }
  if (!form.body || !submissionKey) return { ok: false, reason: 'empty', field: 'body' };
  const question = { version, body: form.body, submissionKey };
  const done = isSaid ? said : await askFirst(reader, question, clock);
  return done.ok ? { ok: true, said: 'question-asked' } : { ...done, field: 'body' };
}

const said = { ok: true } as const;
