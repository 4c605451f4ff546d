/** Where things of this room are, for links and redirects. `circle` is its slug. */

/** What stands below it are a circle’s series: its sessions’ page lists them. */
export const addressOfAllSeries = (circle: string) => `/circles/${circle}/series`;

export const addressOfNewSeries = (circle: string) => `/circles/${circle}/series/new`;

export const addressOfSeries = (circle: string, series: string | number) =>
  `/circles/${circle}/series/${series}`;
