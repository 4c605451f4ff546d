import type { ReactElement } from 'react';
import { isolated } from './isolated.ts';
import { type Mail, type Recipient, sendMail } from './mailer.server.tsx';

/** A mail, as its file under a room's `mail/` exports it: what it says of what was read for it. */
export interface MailFile<Says> {
  subject(says: Says): string;
  Body(says: Says): ReactElement;
  attachments?(says: Says): Mail['attachments'];
}

/**
 * Writes and sends a mail. Only jobs call it.
 * @param says null when what it was about is over: then nothing is sent
 * @param file imports the mail, no sooner than now: React Email must not slow the start of the server
 */
export async function mail<Says extends { to: Recipient }>(
  says: Says | null,
  file: () => Promise<MailFile<Says>>,
): Promise<void> {
  if (!says) return;
  const { subject, Body, attachments } = await file();
  const words = isolated(says);
  await sendMail({
    to: says.to,
    subject: subject(words),
    react: Body(words),
    attachments: attachments?.(says),
  });
}
