import { absolute } from '#app/platform/links.server.ts';
import { sendMail } from '#app/platform/mail/mailer.server.tsx';
import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { calendarFile } from '#app/sessions/rules/calendar-file.server.ts';
import { dayAndTime } from '#app/time/words.ts';
import { remindOfSession } from './commands/remind.server.ts';
import { type SessionToMail, sessionToMail } from './queries/mail.server.ts';

/** What members are told by mail. */
export type Told =
  | { what: 'scheduled' | 'cancelled' }
  /** to another time; `was` (ISO) is when it was to be before */
  | { what: 'moved'; was: string }
  /** of another length or at another place */
  | { what: 'changed' };

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'send-session-mail': {
      sessionId: number;
      personId: number;
      byPersonId: number;
    } & Told;
    /** `startsAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'remind-of-session': { sessionId: number; startsAt: string };
    'send-session-reminder': { sessionId: number; startsAt: string; personId: number };
  }
}

// Templates are imported when a mail is sent: React Email must not slow the start of the server.
const templates = () => import('#app/sessions/mail/emails.tsx');

export const jobs = {
  'send-session-mail': async ({ sessionId, personId, byPersonId, ...told }) => {
    const mail = await sessionToMail(sessionId, personId, byPersonId);
    // What is called off is not announced any more: its own mail follows.
    if (!mail || mail.session.cancelled !== (told.what === 'cancelled')) return;
    const { SessionCancelledMail, SessionMail } = await templates();
    const words = { ...wordsOf(mail), by: mail.by, reason: mail.reason };
    await sendMail({
      to: mail.to,
      subject: `${mail.session.circle.name}: ${subjects[told.what](words.when)}`,
      react:
        told.what === 'cancelled'
          ? SessionCancelledMail(words)
          : SessionMail({
              ...words,
              what: told.what,
              was: told.what === 'moved' ? dayAndTime(told.was, mail.zone) : '',
            }),
      attachments: [
        {
          filename: 'session.ics',
          contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
          content: calendarFile(mail.session),
        },
      ],
    });
  },
  'remind-of-session': remindOfSession,
  'send-session-reminder': async ({ sessionId, startsAt, personId }) => {
    const mail = await sessionToMail(sessionId, personId, personId);
    if (!mail || mail.session.cancelled) return;
    if (mail.session.startsAt.toISOString() !== startsAt) return;
    const { SessionReminderMail } = await templates();
    const words = wordsOf(mail);
    await sendMail({
      to: mail.to,
      subject: `${words.circle} meets on ${words.when}`,
      react: SessionReminderMail({ ...words, answer: mail.answer }),
    });
  },
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;

const subjects = {
  scheduled: (when: string) => when,
  moved: (when: string) => `now ${when}`,
  changed: (when: string) => `changed, ${when}`,
  cancelled: (when: string) => `no session on ${when}`,
} as const;

function wordsOf({ session, zone, circleZone, facilitator }: SessionToMail) {
  const at = session.startsAt.toISOString();
  return {
    circle: session.circle.name,
    title: session.title,
    when: dayAndTime(at, zone),
    at,
    zone,
    circleZone,
    minutes: session.minutes,
    place: session.place,
    facilitator: facilitator ?? '',
    link: absolute(addressOfSession(session.circle.slug, session.id)),
  };
}

export type SessionWords = ReturnType<typeof wordsOf>;
