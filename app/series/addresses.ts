/** Where things of this room are, for links and redirects. `circle` is its slug. */

export const addressOfNewSeries = (circle: string) => `/circles/${circle}/series/new`;

export const addressOfSeries = (circle: string, series: string | number) =>
  `/circles/${circle}/series/${series}`;
