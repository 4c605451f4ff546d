import { namedOf } from '#app/circles/rules/faces.ts';
import type { HomeLoad } from '#app/frame/slots.ts';
import { pollsToAnswer } from '#app/polls/queries/polls.server.ts';

export const load = (async (viewer, clock) => {
  const polls = await pollsToAnswer(viewer, clock);
  return polls.map(({ id, closesAt, circle }) => ({ id, closesAt, circle: namedOf(circle) }));
}) satisfies HomeLoad;
