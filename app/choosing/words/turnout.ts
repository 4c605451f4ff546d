import { capital, countWord, plural } from '#app/ui/words.ts';

/** Of a choice that was to close while its circle was archived. */
export const restsWords = 'Its time is over. It closes, and is counted, once the circle is back.';

/** 'Five of eight have ranked.' */
export function turnoutWords(ranked: number, members: number): string {
  if (ranked === 0) return 'Nobody has ranked yet.';
  if (ranked === members) return 'Everyone has ranked.';
  return capital(
    `${countWord(ranked)} of ${countWord(members)} ${plural(ranked, 'has', 'have')} ranked.`,
  );
}
