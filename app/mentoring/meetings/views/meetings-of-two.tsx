import type { ReactNode } from 'react';
import { MOST_MEETINGS } from '#app/mentoring/conversations/rules/conversation.ts';
import { addressOfMeeting, addressOfNewMeeting } from '#app/mentoring/meetings/addresses.ts';
import { type MeetingView, nextOf } from '#app/mentoring/meetings/queries/meeting-view.ts';
import { dayAndTime, dayIn, elsewhere, relative } from '#app/time/words.ts';
import { clockCity, isSameZone } from '#app/time/zones.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Place } from '#app/ui/page/place.tsx';
import { listed } from '#app/ui/words.ts';

export interface MeetingClocks {
  /** ISO, the loader's */
  now: string;
  /** the viewer's zone */
  zone: string;
  /** the other's */
  otherZone: string;
}

interface MeetingsProps {
  conversationId: number;
  meetings: readonly MeetingView[];
  clocks: MeetingClocks;
  /** whether more may be set, and these moved */
  open: boolean;
}

/** When the two talk, in the largest type after what they talk about. */
export function MeetingsOfTwo({ conversationId, meetings, clocks, open }: MeetingsProps) {
  const next = nextOf(meetings);
  const later = meetings.filter((each) => each.state !== 'past' && each !== next);
  const over = meetings.filter(({ state }) => state === 'past');
  const another = open && meetings.length < MOST_MEETINGS;
  if (!next && over.length === 0 && !another) return null;
  const talked = listed(over.map(({ startsAt }) => dayIn(startsAt, clocks.zone, clocks.now)));
  return (
    <section className="meeting" aria-label="When you talk">
      {next && (
        <Meeting conversationId={conversationId} meeting={next} clocks={clocks} open={open} />
      )}
      {later.map((meeting) => (
        <Meeting
          key={meeting.id}
          {...{ conversationId, meeting, clocks, open }}
          eyebrow="And once more"
        />
      ))}
      {over.length > 0 && <p className="mt-3 text-sm text-ink-2">{`You talked on ${talked}.`}</p>}
      {another && (
        <div className="actions">
          <ButtonLink
            to={addressOfNewMeeting(conversationId)}
            variant={meetings.length === 0 ? 'plain' : 'quiet'}
          >
            {meetings.length === 0 ? 'Set a time to talk' : 'Meet once more'}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

interface MeetingProps {
  conversationId: number;
  meeting: MeetingView;
  clocks: MeetingClocks;
  open: boolean;
  eyebrow?: ReactNode;
}

function Meeting({ conversationId, meeting, clocks, open, eyebrow = 'You talk' }: MeetingProps) {
  const { id, startsAt, place, state } = meeting;
  const path = addressOfMeeting(conversationId, id);
  return (
    <div className="mb-4">
      <p className="eyebrow">{state === 'running' ? 'Happening now' : eyebrow}</p>
      <h2>
        <time dateTime={startsAt} suppressHydrationWarning>
          {dayAndTime(startsAt, clocks.zone, clocks.now)}
        </time>
      </h2>
      <p className="mt-1 text-sm text-ink-2">
        {meetingInWords(meeting, clocks)}
        {place && (
          <>
            {' · '}
            <Place place={place} />
          </>
        )}
      </p>
      <div className="actions">
        <a className="btn" href={`${path}/meeting.ics`} download>
          Add to calendar
        </a>
        {open && (
          <ButtonLink to={`${path}/edit`} variant="quiet">
            Move it
          </ButtonLink>
        )}
        {open && state === 'coming' && (
          <ButtonLink to={`${path}/calling-off`} variant="quiet">
            Call it off
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

/** 'in 6 days · 30 minutes · the same hour in Lisbon' */
function meetingInWords({ startsAt, minutes, state }: MeetingView, clocks: MeetingClocks): string {
  const { now, zone, otherZone } = clocks;
  const there = elsewhere(startsAt, zone, otherZone, now);
  const city = clockCity(otherZone);
  return [
    state === 'running' ? 'now' : relative(startsAt, now, zone),
    `${minutes} minutes`,
    ...(isSameZone(zone, otherZone)
      ? []
      : [there ? `${there} in ${city}` : `the same hour in ${city}`]),
  ].join(' · ');
}
