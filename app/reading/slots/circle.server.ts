import { mostlyWithin } from '#app/discussions/queries/about-sections.server.ts';
import type { CircleLoad } from '#app/frame/slots.ts';
import { standingNow } from '#app/reading/progress/queries/standing.server.ts';
import { ongoingIn } from '#app/reading/queries/ongoing-readings.server.ts';

export const load = (async (member, { now, once }) => {
  const { reading, standing } = standingNow(member, await once(ongoingIn, member), { now });
  return { reading, standing, mostlyRead: await mostlyWithin(member, standing) };
}) satisfies CircleLoad;
