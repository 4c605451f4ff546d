import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import {
  EmailButton,
  EmailFacts,
  EmailQuote,
  EmailSmall,
  EmailText,
} from '#app/platform/mail/email-parts.tsx';
import type { SessionWords } from '#app/sessions/jobs.server.ts';
import type { ReplyAnswer } from '#app/sessions/rules/session.ts';
import { dayAndTime, zoneCity } from '#app/time/words.ts';

/** Mail about sessions. It says when and where; what is talked about stays on the page. */

const reasonOf = (circle: string) => `You get this because you are in ${circle}.`;

function factsOf({ at, zone, circleZone, when, minutes, place, facilitator }: SessionWords) {
  const there = dayAndTime(at, circleZone);
  const [day, time] = there.split(', ');
  const shown = when.startsWith(`${day},`) ? time : there;
  const elsewhere = when === there ? '' : `; ${shown} in ${zoneCity(circleZone)}`;
  return [
    { term: 'When', value: `${when} (${zoneCity(zone)})${elsewhere}` },
    { term: 'Length', value: `${minutes} minutes` },
    ...(place ? [{ term: 'Where', value: place }] : []),
    ...(facilitator ? [{ term: 'Runs it', value: facilitator }] : []),
  ];
}

interface SessionMailProps extends SessionWords {
  what: 'scheduled' | 'moved' | 'changed';
  /** when it was to be before it moved */
  was: string;
  by: string;
}

/** A session was scheduled, or has another time, length or place. */
export function SessionMail(props: SessionMailProps) {
  const { circle, title, when, was, by, link } = props;
  const called = title ? `, “${title}”` : '';
  const told = {
    scheduled: {
      title: `${circle} meets on ${when}`,
      preview: `${by} scheduled a session. Will you come?`,
      text: `${by} scheduled a session${called}.`,
      button: 'Say whether you’re coming',
      small: 'The attached file puts it into your calendar.',
    },
    moved: {
      title: `${circle} now meets on ${when}`,
      preview: `It was to be on ${was}. Can you come then?`,
      text: `${by} moved the session${called}. It was to be on ${was}.`,
      button: 'Say whether you can come then',
      small:
        'The attached file moves it in your calendar. An answer you gave was for the old time.',
    },
    changed: {
      title: `${circle} still meets on ${when}`,
      preview: 'The length or the place is another.',
      text: `${by} changed the length or the place of the session${called}. The time stays.`,
      button: 'See the session',
      small: 'The attached file changes it in your calendar.',
    },
  }[props.what];
  return (
    <EmailLayout preview={told.preview} title={told.title} reason={reasonOf(circle)}>
      <EmailText>{told.text}</EmailText>
      <EmailFacts items={factsOf(props)} />
      <EmailButton href={link}>{told.button}</EmailButton>
      <EmailSmall>{told.small}</EmailSmall>
    </EmailLayout>
  );
}

export function SessionCancelledMail(props: SessionWords & { by: string; reason: string }) {
  const { circle, title, when, by, reason, link } = props;
  return (
    <EmailLayout
      preview={`${by} cancelled it and says why.`}
      title={`No session on ${when}`}
      reason={reasonOf(circle)}
    >
      <EmailText>
        {`${by} cancelled ${title ? `“${title}”` : 'the session'} and says why:`}
      </EmailText>
      <EmailQuote>{reason}</EmailQuote>
      <EmailButton href={link}>Open the session</EmailButton>
      <EmailSmall>The attached file marks it as cancelled in your calendar.</EmailSmall>
    </EmailLayout>
  );
}

export function SessionReminderMail(props: SessionWords & { answer: ReplyAnswer | null }) {
  const { circle, when, answer, link } = props;
  return (
    <EmailLayout
      preview="What to read before it, and the agenda."
      title={`${circle} meets on ${when}`}
      reason={reasonOf(circle)}
    >
      <EmailFacts items={factsOf(props)} />
      <EmailText>
        {answer === null
          ? 'You have not said yet whether you come.'
          : answer === 'maybe'
            ? 'You said you may come. Do you know by now?'
            : 'You said you’re coming.'}
      </EmailText>
      <EmailButton href={link}>
        {answer === 'yes' ? 'See what to read and the agenda' : 'Say whether you’re coming'}
      </EmailButton>
    </EmailLayout>
  );
}
