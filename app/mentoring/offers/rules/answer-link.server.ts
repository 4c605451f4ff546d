import { createHmac, timingSafeEqual } from 'node:crypto';
import { ANSWERS, type Answer } from './offer.ts';

/** The one answer of one person to one ask that a button of a mail stands for. */
export interface AnswerLink {
  askId: number;
  personId: number;
  answer: Answer;
}

// 162 bits of the code, as base64url.
const CODE = 27;

/**
 * The token of such a link. It is kept nowhere: whoever changes the site's secret ends all of them.
 * What it is for goes into its code, so that none of another purpose opens this.
 */
export function answerToken({ askId, personId, answer }: AnswerLink, secret: string): string {
  const of = [askId, personId, ANSWERS.indexOf(answer)].map((id) => id.toString(36)).join('_');
  return codeOf(of, secret) + of;
}

/** What a token stands for; null when it was not made by this secret. */
export function readAnswerToken(token: string, secret: string): AnswerLink | null {
  const [, code, of = ''] = /^([\w-]{27})([0-9a-z]{1,11}_[0-9a-z]{1,11}_[0-2])$/.exec(token) ?? [];
  if (!code || !timingSafeEqual(Buffer.from(code), Buffer.from(codeOf(of, secret)))) return null;
  const [askId = 0, personId = 0, at = 0] = of.split('_').map((id) => Number.parseInt(id, 36));
  const answer = ANSWERS[at];
  return answer ? { askId, personId, answer } : null;
}

const codeOf = (of: string, secret: string) =>
  createHmac('sha256', secret).update(`answer ${of}`).digest('base64url').slice(0, CODE);
