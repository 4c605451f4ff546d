import type { HomeLoad } from '#app/frame/slots.ts';
import { ongoingReadings } from '#app/reading/queries/ongoing-readings.server.ts';
import { readingsNow } from '#app/reading/queries/reading-now.server.ts';

export const load = ((viewer, { now, once }) =>
  readingsNow(viewer, { now, ongoing: once(ongoingReadings, viewer) })) satisfies HomeLoad;
