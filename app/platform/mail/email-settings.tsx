import { createContext, useContext } from 'react';
import { EmailLink } from './email-parts.tsx';

/**
 * Where whoever gets a mail says how much of it they want. Whoever sends it gives it; null for what is
 * not theirs to say, a mail about their own account.
 */
export const EmailSettings = createContext<string | null>(null);

/** Beside why one gets a mail, the one link to what it comes of. It works without signing in. */
export function SettingsLink() {
  const href = useContext(EmailSettings);
  if (href === null) return null;
  return (
    <>
      {' '}
      <EmailLink href={href}>Change how you hear</EmailLink>
    </>
  );
}
