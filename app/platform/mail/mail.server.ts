import type { ReactElement } from 'react';
import { isolated } from './isolated.ts';
import type { Mail, Recipient } from './mailer.server.tsx';

/** A mail, as its file under a room's `mail/` exports it: what it says of what was read for it. */
export interface MailFile<Says> {
  subject(says: Says): string;
  Body(says: Says): ReactElement;
  attachments?(says: Says): Mail['attachments'];
}

/** A mail as it is sent, of what it says. */
export function written<Says extends { to: Recipient }>(says: Says, file: MailFile<Says>): Mail {
  const { subject, Body, attachments } = file;
  const words = isolated(says);
  return {
    to: says.to,
    subject: subject(words),
    react: Body(words),
    attachments: attachments?.(says),
  };
}
