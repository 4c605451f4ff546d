/** Where things of this room are, for links and redirects. `circle` is its slug. */

export const addressOfWrap = (circle: string, reading: string | number) =>
  `/circles/${circle}/reading/${reading}/wrap`;

export const addressOfTakeawayRestoration = (circle: string, reading: string | number) =>
  `/circles/${circle}/reading/${reading}/wrap/takeaway/restoration`;
