import { namedOf } from '#app/circles/rules/faces.ts';
import type { HomeLoad } from '#app/frame/slots.ts';
import { onHome } from '#app/mentoring/queries/on-home.server.ts';
import { pollsToAnswer } from '#app/polls/queries/polls-to-answer.server.ts';

// A statement of their own would be one too many there: they stand in what is asked for anyway.
export const load = (async (viewer, { once }) => {
  const { polls } = await once(onHome, viewer);
  return pollsToAnswer(viewer, polls).map(({ id, kind, closesAt, circle }) => ({
    ...{ id, kind, closesAt, circle: namedOf(circle) },
  }));
}) satisfies HomeLoad;
