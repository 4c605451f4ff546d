import { mostlyWithin } from '#app/discussions/queries/mostly-within.server.ts';
import type { CircleLoad } from '#app/frame/slots.ts';
import { standingNow } from '#app/reading/progress/queries/standing.server.ts';
import { ongoingIn } from '#app/reading/queries/ongoing-readings.server.ts';

export const load = (async (member, { now, once }) => {
  const { reading, standing } = await standingNow(member, {
    now,
    ongoing: once(ongoingIn, member),
  });
  return {
    reading,
    standing,
    mostlyRead: standing !== null && (await mostlyWithin(member, standing.sections)),
  };
}) satisfies CircleLoad;
