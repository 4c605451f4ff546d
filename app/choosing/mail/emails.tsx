import type { ChoiceWords } from '#app/choosing/jobs.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';

/** Mail about choosing the next book. It never says how anybody ranked. */

const reasonOf = (circle: string) => `You get this because you are in ${circle}.`;

/** A choice opened, or closes at another time. */
export function ChoiceMail(props: ChoiceWords & { what: 'opened' | 'moved' }) {
  const { what, circle, by, when, hasRanked, link } = props;
  const isNew = what === 'opened';
  return (
    <EmailLayout
      preview={`Propose books and rank them until ${when}.`}
      title={isNew ? 'Which book next?' : `Choosing the next book, now until ${when}`}
      reason={reasonOf(circle)}
    >
      <EmailText>
        {isNew
          ? `${by} asks which book ${circle} reads next. Propose one, and rank what is proposed until ${when}.`
          : `${by} changed when it closes: ${when}.`}
      </EmailText>
      <EmailText>How you rank stays with you. The others see it counted, never by whom.</EmailText>
      <EmailButton href={link}>
        {hasRanked ? 'See the books' : 'Propose and rank the books'}
      </EmailButton>
    </EmailLayout>
  );
}

/** The day before, to those who have not ranked. */
export function ChoiceReminderMail({ circle, when, link }: ChoiceWords) {
  return (
    <EmailLayout
      preview="You have not ranked the books yet."
      title={`Rank the books until ${when}`}
      reason={reasonOf(circle)}
    >
      <EmailText>
        {`${circle} is choosing its next book. You have not ranked the books yet; one is enough.`}
      </EmailText>
      <EmailButton href={link}>Rank the books</EmailButton>
      <EmailSmall>If you are happy with any of them, there is nothing to do.</EmailSmall>
    </EmailLayout>
  );
}

export function ChoiceClosedMail({ circle, winner, link }: ChoiceWords) {
  const book = winner && `${winner.title}${winner.author ? `, by ${winner.author}` : ''}`;
  return (
    <EmailLayout
      preview={winner ? `The circle chose ${winner.title}.` : 'Nobody ranked a book in time.'}
      title={winner ? `Next, ${winner.title}` : 'No book was chosen'}
      reason={reasonOf(circle)}
    >
      <EmailText>
        {book
          ? `${circle} has chosen its next book: ${book}.`
          : 'Nobody ranked a book before it closed. A facilitator can open it again.'}
      </EmailText>
      <EmailButton href={link}>{winner ? 'See how it was counted' : 'See the books'}</EmailButton>
    </EmailLayout>
  );
}
