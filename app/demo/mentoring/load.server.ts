import { Temporal } from 'temporal-polyfill';
import type { SeedCommunity } from '#app/demo/community/types.ts';
import { type Anchor, EVENING } from '#app/demo/days.server.ts';
import { insertAnswers } from './answers.server.ts';
import { insertAsks } from './asks.server.ts';
import { insertConversations } from './conversations.server.ts';
import type { Ground } from './ground.server.ts';
import { tellOfMentoring } from './inboxes.server.ts';
import { insertRound, insertTold } from './together.server.ts';
import { insertHelping, insertWeeks } from './weeks.server.ts';

/** Where the days of asks are counted: most of those who ask each other are near it. */
const ZONE = 'Europe/Madrid';

/** Writes who asks whom, and what became of it. */
export async function insertMentoring(
  given: Omit<Ground, 'evening'>,
  { mentoring, people, apart }: SeedCommunity,
): Promise<void> {
  const ground = { ...given, evening: lastEvening(given.now) };
  const asks = await insertAsks(ground, mentoring.asks);
  const answers = await insertAnswers(ground, asks);
  const talks = await insertConversations(ground, answers.taken);
  for (const round of mentoring.rounds) await insertRound(ground, round);
  await insertTold(ground, mentoring.told);
  for (const weeks of mentoring.weeks) await insertWeeks(ground, weeks, people);
  await insertHelping(ground, mentoring.helping);
  await tellOfMentoring(ground, { asks, answers, talks }, apart);
}

/** Never more than a day ago: who is asked has not been silent, and what goes on is not over. */
function lastEvening(now: Date): Anchor {
  const present = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(ZONE);
  const evening = present.withPlainTime(EVENING);
  return Temporal.ZonedDateTime.compare(evening, present) > 0
    ? evening.subtract({ days: 1 })
    : evening;
}
