import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import type { PollKind } from '#app/polls/rules/poll.ts';

/** To whoever asked for a time: it can be chosen. */
interface Says {
  to: Recipient;
  circle: string;
  what: 'all-answered' | 'closed';
  kind: PollKind;
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

export function Body({ circle, what, kind, title, path }: Says) {
  const asked =
    kind === 'weekly' ? `which weekly time suits ${circle}` : `when ${circle} could meet`;
  return (
    <ToMembers circle={circle} preview="You can choose the time now." title={titles[what]}>
      <EmailText>
        {`You asked ${asked}${title ? ` for “${title}”` : ''}. You can choose the time now.`}
      </EmailText>
      <EmailButton href={absolute(path)}>See which time is best</EmailButton>
    </ToMembers>
  );
}
