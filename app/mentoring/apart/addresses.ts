import { APART } from '#app/mentoring/addresses.ts';

export const addressOfTakingOff = (entry: number | string) => `${APART}/${entry}/removal`;
export const addressOfPuttingBack = (entry: number | string) => `${APART}/${entry}/return`;
export const addressOfBlockLifting = (person: number | string) =>
  `${APART}/blocks/${person}/lifting`;
