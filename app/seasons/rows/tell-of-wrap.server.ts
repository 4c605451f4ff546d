import { tellByMail } from '#app/notifications/commands/tell-by-mail.server.ts';
import type { Executor } from '#db/database.server.ts';

interface Wrap {
  circleId: number;
  readingId: number;
  /** ISO: one that was taken back and opened again is another */
  openedAt: string;
}

/** Tells the members of a wrap, each kind of thing once. */
export const tellOfWrap = (
  tx: Executor,
  message: 'wrap-opened' | 'wrap-reminder' | 'list-open',
  { circleId, readingId, openedAt }: Wrap,
  whom: { except: readonly number[] },
): Promise<void> => {
  const given = { circleId, readingId, openedAt };
  const occasion = `wrap:${readingId}:${openedAt}`;
  return tellByMail(tx, { circleId }, { message, given, occasion }, whom);
};
