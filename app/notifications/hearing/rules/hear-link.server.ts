import { createHmac, timingSafeEqual } from 'node:crypto';

/** The one setting that a link in a mail stands for. */
export interface HearLink {
  personId: number;
  /** null: all of their circles */
  circleId: number | null;
  /** the thread alone, where the mail is about one */
  threadId: number | null;
}

// 162 bits of the code, as base64url.
const CODE = 27;

/**
 * The token of such a link. It is kept nowhere: whoever changes the site's secret ends all of them.
 * What it is for goes into its code, so that none of another purpose opens this.
 */
export function hearToken({ personId, circleId, threadId }: HearLink, secret: string): string {
  const of = [personId, circleId ?? 0, threadId ?? 0].map((id) => id.toString(36)).join('_');
  return codeOf(of, secret) + of;
}

/** What a token stands for; null when it was not made by this secret. */
export function readHearToken(token: string, secret: string): HearLink | null {
  const [, code, of = ''] = /^([\w-]{27})([0-9a-z]{1,11}(?:_[0-9a-z]{1,11}){2})$/.exec(token) ?? [];
  if (!code || !timingSafeEqual(Buffer.from(code), Buffer.from(codeOf(of, secret)))) return null;
  const [personId = 0, circleId, threadId] = of.split('_').map((id) => Number.parseInt(id, 36));
  return { personId, circleId: circleId || null, threadId: threadId || null };
}

const codeOf = (of: string, secret: string) =>
  createHmac('sha256', secret).update(`hear ${of}`).digest('base64url').slice(0, CODE);
