import type ICAL from 'ical.js';
import type { Invitation, Recipient } from '#app/platform/mail/mailer.server.tsx';
import { sender } from '#app/platform/mail/sender.server.ts';
import { addPerson, calendarText } from './calendar-text.server.ts';
import { type CalendarEvent, eventPart } from './event.server.ts';
import { zonesOf } from './zone.server.ts';

/** What their calendar is told of one person’s answer. */
const PARTSTAT = { yes: 'ACCEPTED', maybe: 'TENTATIVE', no: 'DECLINED' } as const;

export interface Invited {
  /** whose invitation it is: the only one it names */
  to: Recipient;
  /** in whose name: a circle; null for the site’s */
  host: string | null;
  /** what they answered to the time it is at; null for nothing yet */
  answer: keyof typeof PARTSTAT | null;
  /** when this is sent: of two with one SEQUENCE the later counts */
  at: Date;
}

/** An event for one person’s calendar to take in, or to take out again where it is off. */
export const invitationTo = (invited: Invited, event: CalendarEvent): Invitation =>
  messageOf(event.cancelled ? 'CANCEL' : 'REQUEST', invited, zonesOf([event]), [
    eventPart(event, invited.at),
  ]);

/** Takes out of their calendar what is on, and not theirs any more. */
export function takenFrom(invited: Invited, event: CalendarEvent): Invitation {
  const part = eventPart(event, invited.at);
  // It is not off for others (RFC 5546, 3.2.5).
  part.removeProperty('status');
  return messageOf('CANCEL', invited, zonesOf([event]), [part]);
}

/**
 * A message from a calendar to another (iTIP, RFC 5546), as mail carries it (RFC 6047). All its events
 * have one UID. It asks for no answer: nobody reads what comes back to this address.
 */
export function messageOf(
  method: Invitation['method'],
  { to, host, answer }: Invited,
  zones: readonly ICAL.Component[],
  events: readonly ICAL.Component[],
): Invitation {
  const from = sender();
  for (const event of events) {
    addPerson(event, 'organizer', { name: host ?? from.name, address: from.address });
    addPerson(event, 'attendee', to, {
      ...{ cutype: 'INDIVIDUAL', role: 'REQ-PARTICIPANT', rsvp: 'FALSE' },
      partstat: answer ? PARTSTAT[answer] : 'NEEDS-ACTION',
    });
  }
  return { method, content: calendarText({ product: 'Sessions', method }, [...zones, ...events]) };
}
