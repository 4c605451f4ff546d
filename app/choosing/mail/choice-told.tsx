import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { dayAndTime } from '#app/time/words.ts';

/** A choice opened, or closes at another time. */
export type ChoiceTold = 'opened' | 'moved';

interface Says {
  to: Recipient;
  what: ChoiceTold;
  circle: string;
  /** ISO */
  closesAt: string;
  /** the recipient's */
  zone: string;
  by: string;
  hasRanked: boolean;
  /** the choice's page */
  path: string;
}

const whenOf = ({ closesAt, zone }: Says) => dayAndTime(closesAt, zone);

export const subject = (says: Says) =>
  says.what === 'opened'
    ? `${says.circle}: which book next? Until ${whenOf(says)}`
    : `${says.circle}: choosing the next book, now until ${whenOf(says)}`;

export function Body(says: Says) {
  const { what, circle, by, hasRanked, path } = says;
  const isNew = what === 'opened';
  const when = whenOf(says);
  return (
    <ToMembers
      circle={circle}
      preview={`Propose books and rank them until ${when}.`}
      title={isNew ? 'Which book next?' : `Choosing the next book, now until ${when}`}
    >
      <EmailText>
        {isNew
          ? `${by} asks which book ${circle} reads next. Propose one, and rank what is proposed until ${when}.`
          : `${by} changed when it closes: ${when}.`}
      </EmailText>
      <EmailText>How you rank stays with you. The others see it counted, never by whom.</EmailText>
      <EmailButton href={absolute(path)}>
        {hasRanked ? 'See the books' : 'Propose and rank the books'}
      </EmailButton>
    </ToMembers>
  );
}
