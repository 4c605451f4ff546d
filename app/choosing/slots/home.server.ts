import { choicesToRank } from '#app/choosing/queries/choices.server.ts';
import type { HomeLoad } from '#app/frame/slots.ts';

export const load = (async (viewer, clock) => {
  const choices = await choicesToRank(viewer, clock);
  return choices.map(({ id, circle, closesAt }) => ({ id, circle, closesAt }));
}) satisfies HomeLoad;
