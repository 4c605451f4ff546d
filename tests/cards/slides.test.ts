import { expect, test } from 'vitest';
import { deckFolders } from '#app/cards/files/queries/shelves.server.ts';
import { lengthOf, slidesOf } from '#app/cards/projector/rules/slides.ts';
import type { Card } from '#app/cards/rules/card.ts';
import { participantText, plainText } from '#app/cards/rules/card-text.ts';

const { decks } = await deckFolders();
const cards: Card[] = decks.flatMap((deck) => deck.cards);
const words = (text: string) => plainText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

test('the slides of every card say what participants read, all of it and in order', () => {
  for (const card of cards) {
    const shown = slidesOf(card).flatMap(({ step, title, say, below }) => [
      step ? title : say === null ? title : '',
      say ?? '',
      participantText([{ kind: 'step', mode: 'alone', minutes: 1, title: '', parts: below }]),
    ]);
    const quotes = card.blocks.flatMap((block) => (block.kind === 'quote' ? block.source : []));
    const said = words(shown.join(' ')).sort();
    expect(said, card.slug).toEqual(
      words([participantText(card.blocks), ...quotes].join(' ')).sort(),
    );
  }
});

test('no note for whoever runs a card is on any slide', () => {
  for (const card of cards) {
    const shown = JSON.stringify(slidesOf(card));
    for (const block of card.blocks) {
      if (block.kind !== 'facilitator') continue;
      for (const html of [block.html, ...block.notes.map((note) => note.html)]) {
        if (html) expect(shown, card.slug).not.toContain(JSON.stringify(html).slice(1, -1));
      }
    }
  }
});

test('what is said in the largest type is read at one look, and is whole', () => {
  const says = cards.flatMap((card) => slidesOf(card).flatMap(({ say }) => say ?? []));
  const long = says.filter((say) => lengthOf(say) > 110);
  // A sentence that is longer is one sentence.
  for (const say of long) expect(say).not.toMatch(/[.?!] [A-Z]\w+ \w+ .*[.?!]$/);
  expect(long.length / says.length).toBeLessThan(0.1);
  for (const say of says) {
    expect(say.split(/<\w/).length, say).toBe(say.split('</').length);
    expect(say.split('“').length, say).toBe(say.split('”').length);
  }
});
