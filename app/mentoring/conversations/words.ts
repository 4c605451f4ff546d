import type { Unshowable } from '#app/discussions/notes/commands/post-note.server.ts';
import { notYours, whyNot } from '#app/discussions/words.ts';
import { dayIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { capital } from '#app/ui/words.ts';
import type { ConversationPage } from './queries/conversation-page.server.ts';
import type { Shut } from './rows/locked-conversation.server.ts';
import type { Helped } from './rules/outcome.ts';

/** Why nothing more can be written here; null where it can. */
export function shutInWords(
  { ended, other }: Pick<ConversationPage, 'ended' | 'other'>,
  zone: string,
  now: string,
): string | null {
  const name = apart(other.name);
  if (other.blocked) return `You blocked ${name}, so it is over. What was said stays here for you.`;
  if (ended) {
    const who = ended.byMe ? 'You' : name;
    return `${who} ended it on ${dayIn(ended.at, zone, now)}. What was said stays here for the two of you.`;
  }
  return other.away ? `${name}’s account is closed for now, so nothing more can be written.` : null;
}

const shut: Record<Shut, string> = {
  ended: 'It was ended meanwhile, so nothing more is sent. Your text is still here to be copied.',
  away: 'Their account is closed for now, so nothing more is sent. Your text is still here to be copied.',
};

export const whyShut = (reason: Shut) => shut[reason];

/** Tells an author why their note was not sent or saved, by the field that is at fault. */
export function whyNoLine(
  reason: Unshowable | Shut | 'not-yours' | 'taken-back',
): Record<string, string> {
  if (reason === 'ended' || reason === 'away') return { '': shut[reason] };
  if (reason === 'not-yours') return { body: notYours };
  if (reason === 'taken-back') {
    return { '': 'You took this note back meanwhile, so nothing was saved. Bring it back first.' };
  }
  return { body: whyNot(reason) };
}

export const helpedInWords: Record<Helped, string> = {
  yes: 'it helped',
  partly: 'it helped in part',
  no: 'it didn’t help this time',
};

/**
 * What sharing it does: the ask’s title goes with it, which who was not asked has never read.
 * @param other set apart
 */
export const shareInWords = (circle: string | null, title: string, other: string) => ({
  label: `${circle === null ? 'The circle it was asked in' : capital(apart(circle))} may read what came of it`,
  hint: `Its members then read the ask’s title, “${apart(title)}”, that one of you helped the other, and what you did: only while ${other} wishes it, too. Take the wish back here and all of it is gone from there.`,
});

export const tooEarly = 'It is too early to say: you are both asked a week after you began.';

export const outcomeChanged =
  'You changed this in another window meanwhile. Nothing is lost: how it stands is above, and what you typed is still here.';
