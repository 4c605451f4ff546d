import type { Viewer } from '#app/access/proofs.ts';
import type { AskToAnswer, MyAsk } from '#app/mentoring/offers/queries/answers-view.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';

/** Notes that a person has an ask with its answers on their screen. */
export async function readAsk(
  seen: { viewer: Viewer; peek: boolean },
  ask: AskToAnswer | MyAsk,
): Promise<void> {
  const topic = `ask:${ask.id}`;
  const about = ask.questions.map(({ id }) => `question:${id}`);
  if ('offers' in ask) {
    const offers = ask.offers.map(({ id }) => `offer:${id}`);
    return markRead(seen, null, [topic, ...about, ...offers]);
  }
  const mine = ask.mine ? [`offer:${ask.mine.id}`] : [];
  await Promise.all([
    markRead(seen, null, [topic, ...about, ...mine]),
    ...ask.circles.map(({ slug }) => markRead(seen, slug, [topic])),
  ]);
}
