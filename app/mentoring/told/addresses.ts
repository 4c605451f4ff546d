import { addressOfNewThread } from '#app/discussions/addresses.ts';
import { addressOfTold } from '#app/mentoring/addresses.ts';

export const addressOfNewTold = (circle: string) => `${addressOfTold(circle)}/new`;
export const addressOfOneTold = (circle: string, told: number | string) =>
  `${addressOfTold(circle)}/${told}`;
export const addressOfToldRestoration = (circle: string, told: number | string) =>
  `${addressOfOneTold(circle, told)}/restoration`;
export const addressOfToldHistory = (circle: string, told: number | string) =>
  `${addressOfOneTold(circle, told)}/history`;
/** Where a thread is begun with the words of it. */
export const addressOfTalkAboutTold = (circle: string, told: number) =>
  `${addressOfNewThread(circle)}?told=${told}`;
