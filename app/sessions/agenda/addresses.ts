import { addressOfSession } from '#app/sessions/addresses.ts';

/** A session's agenda with its cards, on paper. */
export const addressOfBooklet = (circle: string, session: string | number) =>
  `${addressOfSession(circle, session)}/booklet`;

/** The same on a wall. @param at which item and which of its slides, and which drawing of groups */
export const addressOfSessionProjector = (
  circle: string,
  session: string | number,
  at: Record<'people' | 'item' | 'step' | 'draw', number> | null = null,
) => {
  const given = Object.entries(at ?? {}).filter(([, value]) => value > 0);
  const query = given.map(([name, value]) => `${name}=${value}`).join('&');
  return `${addressOfSession(circle, session)}/projector${query && `?${query}`}`;
};
