import type { Member } from '#app/access/proofs.ts';
import { memberAtSession } from '#app/access/session-duties.server.ts';
import { absolute } from '#app/platform/links.server.ts';
import type { SessionView } from '#app/sessions/queries/session-view.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { addressOfReplyLink } from '#app/sessions/replies/addresses.ts';
import {
  type ReplyLink,
  readReplyToken,
  replyToken,
} from '#app/sessions/replies/rules/reply-link.server.ts';
import { canReply, type ReplyAnswer } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';

const secretOfSite = async () =>
  (await db.selectFrom('site').select('secret').executeTakeFirstOrThrow()).secret;

/** The addresses by which somebody answers from a mail, each to a page that asks once more. */
export async function replyLinks(of: ReplyLink): Promise<Record<ReplyAnswer, string>> {
  const token = replyToken(of, await secretOfSite());
  const at = (say: ReplyAnswer) => absolute(addressOfReplyLink(token, say));
  return { yes: at('yes'), maybe: at('maybe'), no: at('no') };
}

export type ReplyStanding =
  /** `was`: when it was to be, for a link of the time before a move; null where it stays */
  | { is: 'open'; member: Member; session: SessionView; was: string | null }
  /** it has begun or is cancelled, its circle is at rest, or they are in it no more */
  | { is: 'over' };

/** What a link in a mail stands for at this moment; null for one that is none of ours. */
export async function replyLink(token: string, now = new Date()): Promise<ReplyStanding | null> {
  const link = readReplyToken(token, await secretOfSite());
  if (!link) return null;
  const member = await memberAtSession(link.personId, link.sessionId);
  const session = member && (await sessionOf(member, link.sessionId, { now }));
  if (!session || member.circle.archived || !canReply(session, now)) return { is: 'over' };
  const was = link.startsAt.toISOString();
  return { is: 'open', member, session, was: was === session.startsAt ? null : was };
}
