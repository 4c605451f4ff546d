/** Where things of this room are, for links and redirects. `circle` is its slug. */

export const addressOfSessions = (circle: string) => `/circles/${circle}/sessions`;

export const addressOfNewSession = (circle: string) => `/circles/${circle}/sessions/new`;

export const addressOfSession = (circle: string, session: string | number) =>
  `/circles/${circle}/sessions/${session}`;
