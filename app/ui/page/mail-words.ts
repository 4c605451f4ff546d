import { createContext, useContext } from 'react';

/** Whether this site keeps its mail in the Outbox instead of sending it. */
export const MailKeptContext = createContext(false);

const TELL_THEM = 'No mail leaves this site yet: tell the others yourself.';

/** Gives what a page says of mail; on a site that sends none, `kept`, or what to do instead. */
export function useMailWords(): (words: string, kept?: string) => string {
  const isKept = useContext(MailKeptContext);
  return (words, kept = TELL_THEM) => (isKept ? kept : words);
}
