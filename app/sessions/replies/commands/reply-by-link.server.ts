import { replyLink } from '#app/sessions/replies/queries/reply-link.server.ts';
import type { ReplyAnswer } from '#app/sessions/rules/session.ts';
import { type Replied, replyToSession } from './reply.server.ts';

/**
 * Answers a session for whoever holds a link that was mailed to them.
 * @param reply.seen the start that its page showed
 */
export async function replyByLink(
  token: string,
  reply: { answer: ReplyAnswer; seen: string },
  { now = new Date() }: { now?: Date } = {},
): Promise<Replied> {
  const link = await replyLink(token, now);
  if (!link) return { ok: false, reason: 'gone' };
  if (link.is === 'over') return { ok: false, reason: 'closed' };
  return replyToSession(link.member, link.session.id, reply, { now });
}
