import { GIVING } from '#app/mentoring/addresses.ts';

export const SEASON_QUESTION = `${GIVING}/question`;
