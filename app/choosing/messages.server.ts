import type { ChoiceTold } from '#app/choosing/mail/choice-told.tsx';
import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import { choiceReminderToMail, choiceToldToMail, closeToMail } from './queries/mail.server.ts';

interface Changed {
  choiceId: number;
  /** null when it closed by itself */
  byPersonId: number | null;
}

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    'choice-told': Changed & { what: ChoiceTold };
    'choice-closed': Changed;
    /** `closesAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'choice-reminder': { choiceId: number; closesAt: string };
  }
}

const about = ({ choiceId }: { choiceId: number }) => `choice:${choiceId}`;

export const messages = {
  'choice-told': message({
    called: 'Word that a book is being chosen',
    says: ({ what, ...of }, to) => choiceToldToMail({ ...of, ...to }, what),
    file: () => import('./mail/choice-told.tsx'),
    about,
  }),
  'choice-closed': message({
    called: 'Word of what was chosen',
    says: (given, to) => closeToMail({ ...given, ...to }),
    file: () => import('./mail/choice-closed.tsx'),
    about,
  }),
  'choice-reminder': message({
    called: 'A reminder to rank the books',
    says: (given, to) => choiceReminderToMail({ ...given, ...to }),
    file: () => import('./mail/choice-reminder.tsx'),
    about,
  }),
} satisfies MessagesOfRoom;
