import { circleOf, person } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';

/** What is mailed knows no other clock than the real one. */
export const REAL = { now: new Date() };
export const dayOf = (at: Date) => at.toISOString().slice(0, 10);
export const START = dayOf(new Date(REAL.now.getTime() + 7 * 24 * 60 * 60 * 1000));

export async function noorsCircle() {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  const [member] = circle.members;
  if (!member) throw new Error('a member');
  return { circle, host: circle.host, noor, member };
}

/** What somebody’s calendar was told last. */
export async function lastTold(address: string) {
  const told = (await mailTo(address)).flatMap(({ invitation }) => invitation ?? []);
  const [last] = told;
  if (!last) throw new Error('an invitation');
  return last.content;
}
