import {
  EmailButton,
  EmailFacts,
  EmailLayout,
  EmailQuote,
  EmailSmall,
  EmailText,
} from '#app/platform/email-layout.tsx';
import { dayAndTime, timeIn, zoneCity } from '#app/ui/format.ts';
import type { SessionWords } from './jobs.server.ts';
import type { Answer } from './rules/session.ts';

/** Mail about sessions. It says when and where; what is talked about stays on the page. */

const reasonOf = (circle: string) => `You get this because you are in ${circle}.`;

function factsOf({ at, zone, circleZone, when, minutes, place, facilitator }: SessionWords) {
  const elsewhere =
    timeIn(at, zone) === timeIn(at, circleZone)
      ? ''
      : `; ${dayAndTime(at, circleZone)} in ${zoneCity(circleZone)}`;
  return [
    { term: 'When', value: `${when} (${zoneCity(zone)})${elsewhere}` },
    { term: 'Length', value: `${minutes} minutes` },
    ...(place ? [{ term: 'Where', value: place }] : []),
    ...(facilitator ? [{ term: 'Runs it', value: facilitator }] : []),
  ];
}

/** A session was scheduled, or has another time, length or place. */
export function SessionMail(props: SessionWords & { by: string; moved: boolean }) {
  const { circle, title, when, by, moved, link } = props;
  return (
    <EmailLayout
      preview={moved ? `It is on ${when} now.` : `${when}. Will you come?`}
      title={moved ? `${circle} has changed its session` : `${circle} meets on ${when}`}
      reason={reasonOf(circle)}
    >
      <EmailText>
        {moved ? `${by} changed the session` : `${by} scheduled a session`}
        {title ? `, “${title}”.` : '.'}
      </EmailText>
      <EmailFacts items={factsOf(props)} />
      <EmailButton href={link}>{moved ? 'See it and answer' : 'Say whether you come'}</EmailButton>
      <EmailSmall>
        {moved
          ? 'The attached file changes it in your calendar. If the time is another, an answer you gave before no longer counts.'
          : 'The attached file puts it into your calendar.'}
      </EmailSmall>
    </EmailLayout>
  );
}

export function SessionCancelledMail(props: SessionWords & { by: string; reason: string }) {
  const { circle, when, by, reason, link } = props;
  return (
    <EmailLayout
      preview={`${by} cancelled it.`}
      title={`No session on ${when}`}
      reason={reasonOf(circle)}
    >
      <EmailText>
        {by} cancelled the session of {circle} and says why:
      </EmailText>
      <EmailQuote>{reason}</EmailQuote>
      <EmailButton href={link}>Open the session</EmailButton>
      <EmailSmall>The attached file marks it as cancelled in your calendar.</EmailSmall>
    </EmailLayout>
  );
}

export function SessionReminderMail(props: SessionWords & { answer: Answer | null }) {
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
        {answer === 'yes' ? 'See what to read and the agenda' : 'Say whether you come'}
      </EmailButton>
    </EmailLayout>
  );
}
