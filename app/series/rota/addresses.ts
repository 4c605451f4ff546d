/** Where whose turn it is stands, for links and redirects. `circle` is its slug. */

export const addressOfRota = (circle: string) => `/circles/${circle}/rota`;

export const addressOfDuties = (circle: string, session: string | number) =>
  `/circles/${circle}/sessions/${session}/duties`;
