import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import type { SeriesTold } from './mail/series-told.tsx';
import { seriesToMail } from './queries/mail.server.ts';

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    'series-told': { seriesId: number; byPersonId: number | null; what: SeriesTold; word: string };
  }
}

export const messages = {
  'series-told': message({
    called: 'Word of sessions that recur',
    says: (given, to) => seriesToMail({ ...given, ...to }),
    file: () => import('./mail/series-told.tsx'),
    about: ({ seriesId }) => `series:${seriesId}`,
  }),
} satisfies MessagesOfRoom;
