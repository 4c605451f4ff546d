import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import { dayAndTime } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { calendarOf, MeetingFacts, type MeetingInMail, REASON, whenOf } from './meeting-facts.tsx';

/** What was done with a meeting; `was` (ISO) is when it was to be before. */
export type MeetingTold =
  | { what: 'set' }
  | { what: 'moved'; was: string }
  /** another length or place */
  | { what: 'changed' }
  /** the rules of clocks changed that it was set by */
  | { what: 'clocks' }
  | { what: 'off' };

interface Says extends MeetingInMail {
  told: MeetingTold;
  /** who did it: 'You' where the recipient did */
  by: string;
  /** whose clocks it was set by */
  setIn: string;
}

const subjects = {
  set: (when: string) => when,
  moved: (when: string) => `now ${when}`,
  changed: (when: string) => `changed, ${when}`,
  clocks: (when: string) => `by new rules of clocks, ${when}`,
  off: (when: string) => `off, ${when}`,
};

export const subject = (says: Says) =>
  `You and ${says.meeting.with}: ${subjects[says.told.what](whenOf(says))}`;

export const attachments = calendarOf;

export function Body(says: Says) {
  const { meeting, told, by, path, setIn } = says;
  const when = whenOf(says);
  const was = told.what === 'moved' ? dayAndTime(told.was, says.zone) : '';
  const words = {
    set: {
      title: `You talk with ${meeting.with} on ${when}`,
      text: `${by} set the meeting.`,
      small: 'The attached file puts it into your calendar.',
    },
    moved: {
      title: `You now talk with ${meeting.with} on ${when}`,
      text: `${by} moved it. It was to be on ${was}.`,
      small: 'The attached file moves it in your calendar.',
    },
    changed: {
      title: `You still talk with ${meeting.with} on ${when}`,
      text: `${by} changed its length or its place. The time stays.`,
      small: 'The attached file changes it in your calendar.',
    },
    clocks: {
      title: `You talk with ${meeting.with} on ${when}`,
      text: `Clocks in ${clockCity(setIn)} have new rules. The meeting keeps its time there; on other clocks it is at another than it was.`,
      small: 'The attached file moves it in your calendar.',
    },
    off: {
      title: `The meeting with ${meeting.with} is off`,
      text: `${by} called it off. You can set another whenever you like.`,
      small: 'The attached file takes it out of your calendar.',
    },
  }[told.what];
  return (
    <EmailLayout preview={words.text} title={words.title} reason={REASON}>
      <EmailText>{words.text}</EmailText>
      <MeetingFacts says={says} />
      <EmailButton href={absolute(path)}>Open your conversation</EmailButton>
      <EmailSmall>{words.small}</EmailSmall>
    </EmailLayout>
  );
}
