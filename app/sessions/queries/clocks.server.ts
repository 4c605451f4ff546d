import type { Member } from '#app/access/proofs.ts';

/** Whose clocks a page of this member shows sessions on. */
export const clocksOf = (member: Member) => ({
  now: new Date().toISOString(),
  zone: member.viewer.timeZone,
  circleZone: member.circle.timeZone,
});
