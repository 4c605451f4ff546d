/** Where things of this room are, for links and redirects. `circle` is its slug. */

export const addressOfSessions = (circle: string) => `/circles/${circle}/sessions`;

export const addressOfNewSession = (circle: string) => `/circles/${circle}/sessions/new`;

export const addressOfSession = (circle: string, session: string | number) =>
  `/circles/${circle}/sessions/${session}`;

interface ReadFor {
  milestoneId: number | null;
  day: string;
}

/**
 * Cards to choose from for an agenda, as data.
 * @param session one that is there already
 * @param read what is read for it, where the form that asks does not say
 */
export function addressOfCardsFor(circle: string, session?: number, read?: ReadFor): string {
  const given = { session, milestone: read?.milestoneId, day: read?.day };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value) search.set(name, String(value));
  return `${addressOfSessions(circle)}/cards${search.size > 0 ? `?${search}` : ''}`;
}
