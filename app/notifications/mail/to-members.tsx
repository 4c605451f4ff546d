import type { ReactNode } from 'react';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';

interface ToMembersProps {
  /** its name */
  circle: string;
  preview: string;
  title: string;
  children: ReactNode;
}

/** What goes to the members of a circle, because they are its members. */
export function ToMembers({ circle, ...props }: ToMembersProps) {
  return <EmailLayout {...props} reason={`You get this because you are in ${circle}.`} />;
}
