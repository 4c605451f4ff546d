import { createHmac, timingSafeEqual } from 'node:crypto';

/** The one setting that a link in a mail stands for. */
export interface HearLink {
  personId: number;
  /** a circle, what is between people, or all of it */
  of: number | 'between' | 'all';
  /** the thread alone, where the mail is about one */
  threadId: number | null;
}

// 162 bits of the code, as base64url.
const CODE = 27;
/** In place of a thread, where there is no circle. */
const BETWEEN = 1;

/**
 * The token of such a link. It is kept nowhere: whoever changes the site's secret ends all of them.
 * What it is for goes into its code, so that none of another purpose opens this.
 */
export function hearToken({ personId, of, threadId }: HearLink, secret: string): string {
  const place = typeof of === 'number' ? [of, threadId ?? 0] : [0, of === 'between' ? BETWEEN : 0];
  const ids = [personId, ...place].map((id) => id.toString(36)).join('_');
  return codeOf(ids, secret) + ids;
}

/** What a token stands for; null when it was not made by this secret. */
export function readHearToken(token: string, secret: string): HearLink | null {
  const [, code, ids = ''] =
    /^([\w-]{27})([0-9a-z]{1,11}(?:_[0-9a-z]{1,11}){2})$/.exec(token) ?? [];
  if (!code || !timingSafeEqual(Buffer.from(code), Buffer.from(codeOf(ids, secret)))) return null;
  const [personId = 0, circleId, threadId] = ids.split('_').map((id) => Number.parseInt(id, 36));
  if (circleId) return { personId, of: circleId, threadId: threadId || null };
  return { personId, of: threadId === BETWEEN ? 'between' : 'all', threadId: null };
}

const codeOf = (ids: string, secret: string) =>
  createHmac('sha256', secret).update(`hear ${ids}`).digest('base64url').slice(0, CODE);
