import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

/** Whoever lists addresses to see what comes of it is stopped here. */
export const keptApart = limitMaking({
  name: 'keep-apart',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have put ${most} on your list in the last hour. What you typed is kept here; add it ${wait}.`,
});

// What is done with an answer (taken up, thanked for, taken back) changes a row.

/** Answers, and changes of one: each tells the asker. */
export const offers = limitMaking({
  name: 'offer',
  points: 60,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have answered ${most} times in the last hour. This answer is kept here; send it again ${wait}.`,
});

export const questions = limitMaking({
  name: 'ask-question',
  points: 40,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have asked ${most} questions in the last hour. This one is kept here; send it again ${wait}.`,
});
