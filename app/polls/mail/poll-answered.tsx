import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To whoever asked for a time: it can be chosen. */
interface Says {
  to: Recipient;
  circle: string;
  what: 'all-answered' | 'closed';
  title: string;
  /** the poll's page */
  path: string;
}

const titles = {
  'all-answered': 'Everybody has said when they can',
  closed: 'The time to answer is over',
};

export const subject = ({ circle, what }: Says) =>
  `${circle}: ${what === 'closed' ? 'the time to answer is over' : 'everybody has said when they can'}`;

export function Body({ circle, what, title, path }: Says) {
  return (
    <ToMembers circle={circle} preview="You can choose the time now." title={titles[what]}>
      <EmailText>
        {`You asked when ${circle} could meet${title ? ` for “${title}”` : ''}. You can choose the time now.`}
      </EmailText>
      <EmailButton href={absolute(path)}>See which time is best</EmailButton>
    </ToMembers>
  );
}
