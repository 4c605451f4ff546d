import type { Admin, Viewer } from '#app/access/proofs.ts';
import { mailIsKept } from '#app/accounts/queries/site.server.ts';
import { keptSince, outboxMessage, outboxPage } from '#app/platform/mail/outbox.server.ts';
import { daysAfter } from '#app/time/spans.ts';

/** A page of the mail kept on this installation, newest first. */
export async function outboxFor(_admin: Admin, before: string | null) {
  return { ...(await outboxPage(before)), isKept: mailIsKept() };
}

/** For how long home speaks of a message that nobody may have passed on. */
const NEWS_DAYS = 7;

/** How many messages wait to be passed on, for whoever can; 0 where mail is sent. */
export async function mailToPassOn(viewer: Viewer, { now }: { now: Date }): Promise<number> {
  return viewer.siteAdmin && mailIsKept() ? keptSince(daysAfter(now, -NEWS_DAYS)) : 0;
}

/** One kept message with the links in it; null when there is none of that id. */
export async function outboxMessageFor(_admin: Admin, id: string) {
  const message = await outboxMessage(id);
  if (!message) return null;
  const { at, from, to, subject, text, attachments, invitation } = message;
  const links = [...new Set(text.match(/https?:\/\/[^\s<>"]+/g) ?? [])];
  return { id, at, from, to, subject, text, attachments, invitation, links };
}

/** The HTML of a kept message, as it is sent; null when there is none of that id. */
export async function outboxMailFor(_admin: Admin, id: string): Promise<string | null> {
  return (await outboxMessage(id))?.html ?? null;
}
