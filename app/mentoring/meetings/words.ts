export const savedBefore =
  'This page has set a meeting before, with another time or place. Nothing is lost: both are here.';

export const enough =
  'Two meetings are plenty for one problem: there are two already. Move one of them, or call it off.';

export const meetingClosed = 'This meeting has begun or was called off, so it stays as it was.';

export const restoredTooLate = 'It was to have begun by now. Set another time, whenever you like.';

export const changedMeanwhile =
  'It was changed while you did. Nothing is lost: how it stands is below, and what you typed is still here.';

/** On a site that sends no mail. */
export const keptOfTwo = 'No mail leaves this site yet: tell them yourself.';
