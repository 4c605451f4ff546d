/** Where things of this room are, for links and redirects. `circle` is its slug. */

export const addressOfReadings = (circle: string) => `/circles/${circle}/reading`;

export const addressOfNewReading = (circle: string) => `/circles/${circle}/reading/new`;

export const addressOfReading = (circle: string, reading: string | number) =>
  `/circles/${circle}/reading/${reading}`;

export const addressOfProgress = (circle: string, reading: string | number) =>
  `/circles/${circle}/reading/${reading}/progress`;

export const addressOfProgressUndoing = (circle: string, reading: string | number) =>
  `/circles/${circle}/reading/${reading}/progress/undoing`;

export const addressOfReplanning = (circle: string, reading: string | number) =>
  `/circles/${circle}/reading/${reading}/replanning`;

export const addressOfReplanningUndoing = (circle: string, reading: string | number) =>
  `/circles/${circle}/reading/${reading}/replanning/undoing`;
