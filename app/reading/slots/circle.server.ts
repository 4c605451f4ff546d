import type { Member } from '#app/access/proofs.ts';
import { mostlyWithin } from '#app/discussions/queries/mostly-within.server.ts';
import type { CircleLoad } from '#app/frame/slots.ts';
import { standingIn } from '#app/reading/progress/queries/standing.server.ts';
import { currentReading } from '#app/reading/queries/readings.server.ts';
import type { Clock } from '#app/time/clock.ts';

export const load = (async (member: Member, clock: Clock) => {
  const reading = await currentReading(member, clock);
  const standing = reading && (await standingIn(member, reading, clock));
  return {
    reading,
    standing,
    mostlyRead: standing !== null && (await mostlyWithin(member, standing.sections)),
  };
}) satisfies CircleLoad;
