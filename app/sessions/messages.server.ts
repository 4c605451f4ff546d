import { keepInvited, keepInvitedToSeries } from '#app/calendars/commands/keep-invited.server.ts';
import type { CalendarSession } from '#app/calendars/rules/calendar-file.server.ts';
import type { CalendarSeries } from '#app/calendars/rules/series.server.ts';
import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import { MINUTE } from '#app/time/spans.ts';
import type { SessionTold } from './mail/session-told.tsx';
import {
  clocksChangedToMail,
  sessionsLeftToMail,
  sessionsSetToMail,
} from './queries/calendar-mail.server.ts';
import {
  cancellationToMail,
  sessionAskedToMail,
  sessionReminderToMail,
  sessionToldToMail,
} from './queries/mail.server.ts';
import { LATEST, type Lead } from './reminders/rules/leads.ts';

interface Changed {
  sessionId: number;
  byPersonId: number;
}

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    'session-told': Changed & SessionTold;
    'session-cancelled': Changed;
    /** `startsAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'session-reminder': { sessionId: number; startsAt: string; lead: Lead };
    /** the same of who has not said, where it needs so many */
    'session-asked': { sessionId: number; startsAt: string };
    'sessions-set': { circleId: number };
    'clocks-changed': { circleId: number; sessionIds: readonly number[] };
    /** to somebody who is in the circle no more */
    'sessions-left': { circleId: number };
  }
}

const about = ({ sessionId }: { sessionId: number }) => `session:${sessionId}`;

export const messages = {
  'session-told': message({
    called: 'Word of a session',
    says: async (given, to) => invited(await sessionToldToMail({ ...given, ...to }, given), to),
    file: () => import('./mail/session-told.tsx'),
    about,
  }),
  'session-cancelled': message({
    called: 'Word that a session is off',
    says: async (given, to) => invited(await cancellationToMail({ ...given, ...to }), to),
    file: () => import('./mail/session-cancelled.tsx'),
    about,
  }),
  'session-reminder': message({
    called: 'A reminder of a session',
    says: (given, to) => sessionReminderToMail({ ...given, ...to }),
    file: () => import('./mail/session-reminder.tsx'),
    about,
    useUntil: ({ startsAt }) => new Date(Date.parse(startsAt) - LATEST * MINUTE),
  }),
  'session-asked': message({
    called: 'A question whether one comes',
    says: (given, to) => sessionAskedToMail({ ...given, ...to }),
    file: () => import('./mail/session-asked.tsx'),
    about,
  }),
  'sessions-set': message({
    called: 'Word of the sessions that are set',
    says: async ({ circleId }, to) =>
      invitedToAll(await sessionsSetToMail(circleId, to.personId), to),
    file: () => import('./mail/sessions-set.tsx'),
  }),
  'clocks-changed': message({
    called: 'Word that clocks have other rules',
    says: async (given, to) => invitedToAll(await clocksChangedToMail(given, to.personId), to),
    file: () => import('./mail/clocks-changed.tsx'),
  }),
  'sessions-left': message({
    called: 'What takes sessions out of a calendar',
    says: async ({ circleId }, to) =>
      invitedToAll(await sessionsLeftToMail(circleId, to.personId), { ...to, isCancelled: true }),
    file: () => import('./mail/sessions-left.tsx'),
    whenArchived: true,
  }),
} satisfies MessagesOfRoom;

interface To {
  personId: number;
  isCancelled?: boolean;
}

interface SaysOne {
  circleId: number;
  session: CalendarSession;
  /** the one it is of, where that is told as a whole */
  series?: CalendarSeries | null;
}

/** With what the calendar of whom it goes to is told of it. */
async function invited<Says extends SaysOne>(says: Says | null, { personId }: To) {
  if (!says) return null;
  const { id, sequence, cancelled } = says.session;
  const at = new Date();
  if (says.series) {
    const { series } = says;
    const whole = await keepInvitedToSeries(says, [series.id], { personId, at });
    const now = whole.get(series.id) ?? series.sequence;
    return { ...says, series: { ...series, sequence: now }, invited: { sequence: now, at } };
  }
  const kept = await keepInvited(says, [id], { personId, at, isCancelled: cancelled });
  return { ...says, invited: { sequence: kept.get(id) ?? sequence, at } };
}

interface SaysAll {
  circleId: number;
  sessions: readonly CalendarSession[];
  series: readonly CalendarSeries[];
  at: Date;
}

/** The same of several. What is of a series that is told as a whole is told with it. */
async function invitedToAll<Says extends SaysAll>(
  says: Says | null,
  { personId, isCancelled }: To,
) {
  if (!says) return null;
  const mailed = { personId, at: says.at, isCancelled };
  const alone = says.sessions.filter(
    ({ occurrence }) => !says.series.some(({ uid }) => uid === occurrence?.uid),
  );
  const whole = await keepInvitedToSeries(says, idsOf(says.series), mailed);
  const kept = await keepInvited(says, idsOf(alone), mailed);
  const inOrder = <Thing extends { id: number; sequence: number }>(
    things: readonly Thing[],
    sequences: ReadonlyMap<number, number>,
  ) => things.map((thing) => ({ ...thing, sequence: sequences.get(thing.id) ?? thing.sequence }));
  return {
    ...says,
    sessions: inOrder(says.sessions, kept),
    series: inOrder(says.series, whole),
  };
}

const idsOf = (things: readonly { id: number }[]) => things.map(({ id }) => id);
