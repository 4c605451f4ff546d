import { canChange, type Timed } from '#app/sessions/rules/session.ts';
import { MINUTE } from '#app/time/spans.ts';

/** What may be done in a round of asks, and when. */

/** before: each writes one, and nobody reads them; reading: one after another; closed: it is over. */
export type RoundStage = 'before' | 'reading' | 'closed';

export const stageOf = ({ openedAt, closedAt }: { openedAt: unknown; closedAt: unknown }) =>
  (closedAt ? 'closed' : openedAt ? 'reading' : 'before') satisfies RoundStage;

/** It is opened in the room, not by a slip days before; a session that runs late is still one. */
const EARLIEST_MS = 30 * MINUTE;
const LATEST_MS = 24 * 60 * MINUTE;

export const opensAt = (session: Timed) =>
  new Date(new Date(session.startsAt).getTime() - EARLIEST_MS);

export const canOpen = (session: Timed, now: Date) =>
  !session.cancelled && now >= opensAt(session) && !isLate(session, now);

/** Nobody writes for a session that is off, or was over yesterday. */
export const canBring = (session: Timed, now: Date) => !session.cancelled && !isLate(session, now);

const isLate = ({ startsAt, minutes }: Timed, now: Date) =>
  now.getTime() > new Date(startsAt).getTime() + minutes * MINUTE + LATEST_MS;

/** The cards stand on the agenda: it is taken off as long as that may be changed. */
export const canTakeOff = (
  session: Timed,
  { stage, sent }: { stage: RoundStage; sent: number },
  now: Date,
) => canChange(session, now) && stage !== 'closed' && sent === 0;
