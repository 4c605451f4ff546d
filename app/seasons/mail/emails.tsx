import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { WrapWords } from '#app/seasons/jobs.server.ts';
import { dayIn } from '#app/time/words.ts';

/** Mail about the end of a season. What somebody wrote, and who stays, is on the page alone. */

const reasonOf = (circle: string) => `You get this because you are in ${circle}.`;

export function WrapOpenedMail({ circle, book, answerBy, zone, link }: WrapWords) {
  const day = dayIn(answerBy, zone);
  return (
    <EmailLayout
      preview="What did you take from it, and will you stay for the next one?"
      title={`The end of ${book}`}
      reason={reasonOf(circle)}
    >
      <EmailText>
        {`${circle} has come to the end of ${book}. There are two things to ask you: what you took from it, and whether you stay for the next book.`}
      </EmailText>
      <EmailText>
        {`Both take a few minutes, and finishing the book is not a condition. Whether you stay is private: please say it by ${day}. The list of those who stay opens when everyone has answered, or then.`}
      </EmailText>
      <EmailButton href={link}>Write and answer</EmailButton>
    </EmailLayout>
  );
}

export function WrapReminderMail({ circle, book, answerBy, zone, link }: WrapWords) {
  return (
    <EmailLayout
      preview="One private answer, until tomorrow."
      title="Will you stay for the next book?"
      reason={reasonOf(circle)}
    >
      <EmailText>
        {`${circle} has finished ${book} and plans the next one with those who stay. You have until ${dayIn(answerBy, zone)} to say whether you are one of them. “Not this time” is a good answer, too.`}
      </EmailText>
      <EmailButton href={link}>Answer privately</EmailButton>
      <EmailSmall>Nobody loses a seat by saying nothing.</EmailSmall>
    </EmailLayout>
  );
}

export function ListOpenMail({ circle, book, link }: WrapWords) {
  return (
    <EmailLayout
      preview="The list is open to the circle."
      title="Who stays for the next book"
      reason={reasonOf(circle)}
    >
      <EmailText>
        {`After ${book}, ${circle} can see who stays for the next book. The list is on the page, with what you all took from this one.`}
      </EmailText>
      <EmailButton href={link}>See the list</EmailButton>
    </EmailLayout>
  );
}
