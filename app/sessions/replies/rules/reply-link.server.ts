import { createHmac, timingSafeEqual } from 'node:crypto';

/** The one person, session and start that a link in a mail is for. */
export interface ReplyLink {
  sessionId: number;
  personId: number;
  startsAt: Date;
}

// 162 bits of the code, as base64url.
const CODE = 27;
const SECOND = 1000;

/**
 * The token of such a link. It is kept nowhere: whoever changes the site's secret ends all of them.
 * What it is for goes into its code, so that none of another purpose opens this.
 */
export function replyToken({ sessionId, personId, startsAt }: ReplyLink, secret: string): string {
  const numbers = [sessionId, personId, Math.floor(startsAt.getTime() / SECOND)];
  const of = numbers.map((number) => number.toString(36)).join('_');
  return codeOf(of, secret) + of;
}

/** What a token stands for; null when it was not made by this secret. */
export function readReplyToken(token: string, secret: string): ReplyLink | null {
  const [, code, of = ''] = /^([\w-]{27})([0-9a-z]{1,11}(?:_[0-9a-z]{1,11}){2})$/.exec(token) ?? [];
  if (!code || !timingSafeEqual(Buffer.from(code), Buffer.from(codeOf(of, secret)))) return null;
  const [sessionId = 0, personId = 0, at = 0] = of.split('_').map((n) => Number.parseInt(n, 36));
  return { sessionId, personId, startsAt: new Date(at * SECOND) };
}

const codeOf = (of: string, secret: string) =>
  createHmac('sha256', secret).update(`reply ${of}`).digest('base64url').slice(0, CODE);
