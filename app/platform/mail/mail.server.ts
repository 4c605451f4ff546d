import type { ReactElement } from 'react';
import { isolated } from './isolated.ts';
import type { Mail, Recipient } from './mailer.server.tsx';

/** A mail, as its file under a room's `mail/` exports it: what it says of what was read for it. */
export interface MailFile<Says> {
  subject(says: Says): string;
  Body(says: Says): ReactElement;
  /** what calendars are told: names as they are, for programs to read */
  invitations?(says: Says): Mail['invitations'];
}

/** A mail as it is sent, of what it says. */
export function written<Says extends { to: Recipient }>(says: Says, file: MailFile<Says>): Mail {
  const { subject, Body, invitations } = file;
  const words = isolated(says);
  return {
    to: says.to,
    subject: subject(words),
    react: Body(words),
    invitations: invitations?.(says),
  };
}
