import type { Admin } from '#app/access/proofs.ts';
import { mailIsKept } from '#app/accounts/queries/site.server.ts';
import { outboxMessage, outboxPage } from '#app/platform/mail/outbox.server.ts';

/** A page of the mail kept on this installation, newest first. */
export async function outboxFor(_admin: Admin, before: string | null) {
  return { ...(await outboxPage(before)), isKept: mailIsKept() };
}

/** One kept message with the links in it; null when there is none of that id. */
export async function outboxMessageFor(_admin: Admin, id: string) {
  const message = await outboxMessage(id);
  if (!message) return null;
  const { at, from, to, subject, text, attachments } = message;
  const links = [...new Set(text.match(/https?:\/\/[^\s<>"]+/g) ?? [])];
  return { id, at, from, to, subject, text, attachments, links };
}

/** The HTML of a kept message, as it is sent; null when there is none of that id. */
export async function outboxMailFor(_admin: Admin, id: string): Promise<string | null> {
  return (await outboxMessage(id))?.html ?? null;
}
