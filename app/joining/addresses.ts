/** Where things of this room are, for links and redirects. `circle` is its slug. */

export const addressOfAbout = (circle: string) => `/circles/${circle}/about`;

export const addressOfSeat = (circle: string) => `/circles/${circle}/seat`;

export const addressOfRequestWithdrawal = (circle: string) =>
  `/circles/${circle}/request/withdrawal`;

export const addressOfInvitations = (circle: string) => `/circles/${circle}/invitations`;

export const addressOfInvitation = (circle: string, invitation: string | number) =>
  `/circles/${circle}/invitations/${invitation}`;

export const addressOfJoinLink = (circle: string) => `/circles/${circle}/join-link`;

export const addressOfRequests = (circle: string) => `/circles/${circle}/requests`;

export const addressOfRequestDecision = (circle: string, request: string | number) =>
  `/circles/${circle}/requests/${request}/decision`;

export const addressOfWaiting = (circle: string) => `/circles/${circle}/waiting`;

export const addressOfLineRemoval = (circle: string, place: string | number) =>
  `/circles/${circle}/waiting/${place}/removal`;

export const addressOfJoining = (token: string) => `/join/${token}`;

export const addressOfInvited = (invitation: string | number) => `/invitations/${invitation}`;
