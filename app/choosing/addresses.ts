/** Where things of this room are, for links and redirects. `circle` is its slug. */

export const addressOfChoices = (circle: string) => `/circles/${circle}/choosing`;

export const addressOfChoice = (circle: string, choice: string | number) =>
  `/circles/${circle}/choosing/${choice}`;
