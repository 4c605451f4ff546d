import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

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

// Drafts are few at once, and keeping one again replaces what it said.
export const drafts = limitMaking({
  name: 'ask-draft',
  points: 60,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have begun ${most} drafts in the last hour. This one is kept here; keep it again ${wait}.`,
});

/** Each is told to whoever it goes to. */
export const asks = limitMaking({
  name: 'ask',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have sent ${most} asks in the last hour. This one stays a draft; send it again ${wait}.`,
});

/** Of an ask that others read: each keeps what it said before. */
export const askEdits = limitMaking({
  name: 'ask-edit',
  points: 60,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have changed asks ${most} times in the last hour. Your text is kept here; save it again ${wait}.`,
});

/** Whoever lists addresses to see what comes of it is stopped here. */
export const keptApart = limitMaking({
  name: 'keep-apart',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have put ${most} on your list in the last hour. What you typed is kept here; add it ${wait}.`,
});

// A round has one ask of each.

/** drafts that are written for a round */
export const roundAsks = limitMaking({
  name: 'round-ask',
  points: 30,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have written ${most} asks for rounds in the last hour. This one is kept here; send it again ${wait}.`,
});

/** Notes of conversations. */
export const lines = limitMaking({
  name: 'line',
  points: 120,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have written ${most} notes in the last hour. Your note is kept here; send it again ${wait}.`,
});

/** Each keeps what the note said before. */
export const lineEdits = limitMaking({
  name: 'line-edit',
  points: 120,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have changed notes ${most} times in the last hour. Your text is kept here; save it again ${wait}.`,
});

/** Meetings of conversations: each is a mail to both. */
export const meetings = limitMaking({
  name: 'meeting',
  points: 30,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have set ${most} meetings in the last hour. This one is kept here; send it again ${wait}.`,
});

/** Times, lengths and places of meetings. */
export const meetingMoves = limitMaking({
  name: 'meeting-move',
  points: 60,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have moved meetings ${most} times in the last hour. What you typed is kept here; send it again ${wait}.`,
});
