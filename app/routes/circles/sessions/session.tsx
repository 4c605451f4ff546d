import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { asFacilitator } from '#app/access/membership.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { SessionSheet } from '#app/sessions/session-sheet.tsx';
import { dayAndTime } from '#app/ui/format.ts';
import { titled } from '#app/ui/title.ts';

export const meta = titled<{ session: { startsAt: string }; clocks: { zone: string } }>(
  ({ session, clocks }) => `Session on ${dayAndTime(session.startsAt, clocks.zone)}`,
);

export const loader = memberLoader(async ({ member, id }) => ({
  session: found(await sessionOf(member, id('session'))),
  circleSlug: member.circle.slug,
  me: member.personId,
  runs: asFacilitator(member) !== null,
  clocks: clocksOf(member),
}));

export default function Session() {
  return <SessionSheet {...useLoaderData<typeof loader>()} />;
}
