import { capital, countWord, plural } from '#app/ui/words.ts';

export const WAS_HERE = 'Somebody who was here';

/** 'Three questions are brought.' */
export const broughtWords = (n: number) =>
  n === 0
    ? 'Nobody has brought one yet.'
    : `${capital(countWord(n))} ${plural(n, 'question is', 'questions are')} brought.`;
