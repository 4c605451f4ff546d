import type { ReactElement } from 'react';
import type { MailFile } from '#app/platform/mail/mail.server.ts';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** A mail with what it says in one case. */
export interface Example {
  /** its file: 'sessions/session-told' */
  mail: string;
  /** which case */
  name: string;
  file: MailFile<{ to: Recipient }>;
  says: { to: Recipient };
}

export const noor: Recipient = { name: 'Noor Kaya', address: 'noor@example.org' };

/** The cases of a mail, by name. */
export const examplesOf = <File extends { Body(says: never): ReactElement }>(
  mail: string,
  file: File,
  cases: Record<string, Parameters<File['Body']>[0]>,
): Example[] =>
  Object.entries(cases).map(([name, says]) => ({ mail, name, file: file as never, says }));
