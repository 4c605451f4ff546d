import type { SourceInAddress } from '#app/mentoring/addresses.ts';
import type { AskSource } from '#app/mentoring/asks/queries/source-view.ts';

/** A source as the columns of an ask say it. */
export function columnsOf(source: SourceInAddress) {
  const none = {
    ...{ noteId: null, readingId: null, personId: null, deck: null, card: null },
    commitmentId: null,
  };
  if ('note' in source) return { ...none, kind: 'note' as const, noteId: source.note };
  if ('passage' in source) return { ...none, kind: 'passage' as const, noteId: source.passage };
  if ('takeaway' in source) {
    const { reading, person } = source.takeaway;
    return { ...none, kind: 'takeaway' as const, readingId: reading, personId: person };
  }
  if ('commitment' in source) {
    return { ...none, kind: 'commitment' as const, commitmentId: source.commitment };
  }
  return { ...none, kind: 'card' as const, deck: source.card.deck, card: source.card.slug };
}

const ID = /^[1-9]\d{0,14}$/;
const SLUG = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** Reads what `addressOfNewAsk` wrote, wherever it was kept; null where there is no such thing. */
export function sourceIn(said: Record<string, string | null | undefined>): SourceInAddress | null {
  const { note, passage, takeaway, commitment, card } = said;
  if (note && ID.test(note)) return { note: Number(note) };
  if (passage && ID.test(passage)) return { passage: Number(passage) };
  const [reading = '', person = '', ...more] = takeaway?.split('-') ?? [];
  if (ID.test(reading) && ID.test(person) && more.length === 0) {
    return { takeaway: { reading: Number(reading), person: Number(person) } };
  }
  if (commitment && ID.test(commitment)) return { commitment: Number(commitment) };
  const [deck = '', slug = '', ...rest] = card?.split('/') ?? [];
  if (SLUG.test(deck) && SLUG.test(slug) && rest.length === 0) return { card: { deck, slug } };
  return null;
}

/**
 * What an ask comes from as its readers will see it, from what its asker sees.
 * @param within all of them are members of the circle it is in
 */
export function sourceForReaders(source: AskSource | null, within: boolean): AskSource | null {
  if (source === null || source.kind === 'gone') return null;
  if (within || source.kind === 'card') return source;
  if (source.kind === 'passage') return { ...source, href: null };
  const of = source.kind === 'folded' ? source.of : source.kind;
  return of === 'passage' || of === 'elsewhere' ? source : { kind: 'elsewhere', of };
}
