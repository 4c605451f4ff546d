/** What a refused form says. */

export const answerDayWords = 'Choose a day from tomorrow on, within two months.';

export const readingGoesOn =
  'The reading goes on again. Your text is still here; keep it until then.';
