import type { HomeLoad } from '#app/frame/slots.ts';
import { onHome } from '#app/mentoring/queries/on-home.server.ts';

export const load = (async (viewer, { once }) => {
  const { polls: _, ...shown } = await once(onHome, viewer);
  return shown;
}) satisfies HomeLoad;
