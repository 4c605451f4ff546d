/** Where things of this room are, for links and redirects. `circle` is its slug. */

/** What stands below it are a circle’s polls: its sessions’ page lists them. */
export const addressOfPolls = (circle: string) => `/circles/${circle}/polls`;

export const addressOfNewPoll = (circle: string) => `/circles/${circle}/polls/new`;

export const addressOfPoll = (circle: string, poll: string | number) =>
  `/circles/${circle}/polls/${poll}`;

/** Where its times and its close are changed. */
export const addressOfPollSlots = (circle: string, poll: string | number) =>
  `${addressOfPoll(circle, poll)}/slots`;

/** Where one of its slots is chosen. */
export const addressOfPollChoice = (circle: string, poll: number, slot: number) =>
  `${addressOfPoll(circle, poll)}/choice?slot=${slot}`;

export const USUAL_TIMES = '/account/usual-times';
