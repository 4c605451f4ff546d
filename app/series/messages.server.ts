import { keepInvitedToSeries } from '#app/calendars/commands/keep-invited.server.ts';
import type { CalendarSeries } from '#app/calendars/rules/series.server.ts';
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
    says: async (given, to) => invited(await seriesToMail({ ...given, ...to }), to.personId),
    file: () => import('./mail/series-told.tsx'),
    about: ({ seriesId }) => `series:${seriesId}`,
  }),
} satisfies MessagesOfRoom;

interface Says {
  circleId: number;
  series: CalendarSeries;
  before: CalendarSeries | null;
  at: Date;
}

/** With what the calendar of whom it goes to is told of them. */
async function invited<Said extends Says>(says: Said | null, personId: number) {
  if (!says) return null;
  const keep = async (series: CalendarSeries) => {
    const mailed = { personId, at: says.at, isCancelled: series.isOver };
    const kept = await keepInvitedToSeries(says, [series.id], mailed);
    return { ...series, sequence: kept.get(series.id) ?? series.sequence };
  };
  const before = says.before && (await keep(says.before));
  return { ...says, series: await keep(says.series), before };
}
