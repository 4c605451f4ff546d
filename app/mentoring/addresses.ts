import { addressOfCircle } from '#app/circles/addresses.ts';

/** Where things of this room are, for links and redirects. `circle` is its slug. */

/** The viewer's: drafts, what they ask, what they are asked, their conversations. */
export const ASKS = '/asks';
export const HELPING = '/account/helping';

export const APART = '/account/apart';

export const WEEK = '/week';
export const GIVING = '/giving';

/** The circle's board. */
export const addressOfBoard = (circle: string) => `${addressOfCircle(circle)}/asks`;

/** What an ask comes from, as the address of a new one says it. A passage is a note's quotation. */
export type SourceInAddress =
  | { note: number }
  | { passage: number }
  | { takeaway: { reading: number; person: number } }
  | { commitment: number }
  | { card: { deck: string; slug: string } };

/** @param circle null where it is begun in none */
export function addressOfNewAsk(circle: string | null, source?: SourceInAddress): string {
  const said = new URLSearchParams(circle === null ? {} : { circle });
  if (source && 'note' in source) said.set('note', String(source.note));
  if (source && 'passage' in source) said.set('passage', String(source.passage));
  if (source && 'takeaway' in source) {
    said.set('takeaway', `${source.takeaway.reading}-${source.takeaway.person}`);
  }
  if (source && 'commitment' in source) said.set('commitment', String(source.commitment));
  if (source && 'card' in source) said.set('card', `${source.card.deck}/${source.card.slug}`);
  return `${ASKS}/new${said.size > 0 ? `?${said}` : ''}`;
}

/** Begins one that goes to somebody of that circle alone. */
export const addressOfAskTo = (circle: string, person: number) =>
  `${addressOfNewAsk(circle)}&to=person-${person}`;

export const addressOfAsk = (ask: number | string) => `${ASKS}/${ask}`;

export const CONVERSATIONS = '/conversations';
export const addressOfConversation = (conversation: number | string) =>
  `${CONVERSATIONS}/${conversation}`;

/** The round of asks of a session. */
export const addressOfRound = (circle: string, session: number | string) =>
  `${addressOfCircle(circle)}/sessions/${session}/asks`;

/** What members were told, and what they will do with it. */
export const addressOfTold = (circle: string) => `${addressOfCircle(circle)}/told`;
