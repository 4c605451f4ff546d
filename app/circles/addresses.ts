/** Where things of this room are, for links and redirects. `circle` is its slug. */

export const addressOfCircle = (circle: string) => `/circles/${circle}`;

export const addressOfAgreement = (circle: string) => `/circles/${circle}/agreement`;

export const addressOfAgreementEdit = (circle: string) => `/circles/${circle}/agreement/edit`;

export const addressOfPeople = (circle: string) => `/circles/${circle}/people`;

export const addressOfPerson = (circle: string, person: string | number) =>
  `/circles/${circle}/people/${person}`;

export const addressOfSettings = (circle: string) => `/circles/${circle}/settings`;

export const addressOfArchiving = (circle: string) => `/circles/${circle}/archiving`;

export const addressOfReopening = (circle: string) => `/circles/${circle}/reopening`;

export const addressOfLeaving = (circle: string) => `/circles/${circle}/leave`;
