import { createContext, useContext } from 'react';

/** Whether this site keeps its mail in the Outbox instead of sending it. */
export const MailKeptContext = createContext(false);

export const MAIL_IS_KEPT = 'No mail leaves this site yet: its administrator has it in the Outbox.';

/** Gives what a page says of mail; on a site that sends none, `kept`, or where the mail is instead. */
export function useMailWords(): (words: string, kept?: string) => string {
  const isKept = useContext(MailKeptContext);
  return (words, kept = MAIL_IS_KEPT) => (isKept ? kept : words);
}
