import { apart } from '#app/ui/apart.ts';
import { countWord, listed, plural } from '#app/ui/words.ts';
import type { NotTaken } from './commands/take-offer.server.ts';
import type { MyAsk } from './queries/answers-view.ts';
import type { NoAnswer } from './rows/answerable.server.ts';

/** Why an answer was not taken. */
export type WhyNoAnswer =
  | NoAnswer
  | 'full'
  | 'answered'
  | 'past'
  | 'another'
  | 'tangled'
  | 'empty'
  | 'busy';

const form: Record<Exclude<WhyNoAnswer, 'past' | 'tangled' | 'empty' | 'busy'>, string> = {
  own: 'This is your own ask. What others answer shows on its page.',
  closed: 'It was closed meanwhile, so it takes no answers. Thank you for reading it.',
  edited:
    'It was changed while you read it. It stands here as it is now; what you typed is still below.',
  unreached: 'It takes no answers of yours now: its circle is at rest, or you are in it no more.',
  taken: 'You two have a conversation about this already.',
  full: 'You are helping as many people as you said you can. Once a conversation ends there is room, or you can say “not now”.',
  answered:
    'You answered this on another page meanwhile. Look at what stands there, then send this again if you still mean it.',
  another:
    'This page has sent a question before, with other words. It stands on the ask’s page; load this page again to ask another.',
};

const tangled =
  'This is too tangled to show: its signs nest or repeat too deeply. It is still here; take some of them out.';
const empty = 'There is nothing to see in this yet. Write something first.';
const busy = 'Too much is being sent at this moment. It is still here; send it again in a moment.';

/** Tells a reader why their answer was not taken, by the field that is at fault. */
export function whyNoAnswer(reason: WhyNoAnswer, field: string): Record<string, string> {
  if (reason === 'past') return { [field]: 'Choose a day that is still to come.' };
  if (reason === 'tangled') return { [field]: tangled };
  if (reason === 'empty') return { [field]: empty };
  if (reason === 'busy') return { [field]: busy };
  return { '': form[reason] };
}

/** The notice that tells an asker why an offer was not taken up. */
export const notTaken = {
  gone: 'offer-gone',
  away: 'offer-away',
  full: 'offer-full',
  closed: 'offer-closed',
} as const satisfies Record<NotTaken, string>;

/** Tells an asker why their answer to a question was not taken. */
export const whyNoAnswerTo = (reason: 'answered' | 'tangled' | 'empty' | 'busy') =>
  reason === 'answered'
    ? { '': 'You answered this before, with other words. They stand on the ask’s page.' }
    : whyNoAnswer(reason, 'answer');

/** To whom an ask went, but for those it was sent to by name; null where it went to nobody else. */
export function wentTo({ circles, fitting }: Pick<MyAsk, 'circles' | 'fitting'>): string | null {
  const all = circles.map(apart);
  if (fitting > 0) {
    const people = plural(fitting, 'person', 'people');
    all.push(`${countWord(fitting)} ${people} whose “ask me about” fits`);
  }
  return all.length > 0 ? `It went to ${listed(all)}.` : null;
}
