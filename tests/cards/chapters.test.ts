import { expect, test } from 'vitest';
import { cardsOfBook } from '#app/cards/queries/of-pages.server.ts';
import { cardsOfPages, isSameTitle, type ReadSection } from '#app/cards/rules/chapters.ts';

const chapter = (label: string, title = `About ${label}`): ReadSection => ({
  ...{ kind: 'chapter', label, title },
});
const front = { kind: 'front', label: '', title: 'Foreword' };
const part = (label: string, title: string) => ({ kind: 'part', label, title });

const numbered = [front, chapter('1'), chapter('2'), chapter('3'), chapter('4')];
const inParts = [
  part('I', 'Starting Over'),
  chapter('1'),
  part('II', 'Control'),
  chapter('2'),
  chapter('3'),
  part('III', 'Competence'),
  chapter('4'),
];

const card = (name: string, of: (number | string)[], sitting: number | null = null) => ({
  ...{ name, chapter: of, sitting },
});
const names = (
  cards: ReturnType<typeof card>[],
  reading: Partial<Parameters<typeof cardsOfPages>[1]>,
  sittings?: number,
) =>
  cardsOfPages(
    cards,
    { sections: numbered, read: [], milestone: 1, milestones: 2, ...reading },
    sittings,
  ).map(({ name }) => name);

test('A card is offered in the week of its chapter, and no card of a later one', () => {
  const cards = [card('one', [1]), card('three', [3]), card('two and four', [2, 4])];
  expect(names(cards, { read: [1, 2] })).toEqual(['one']);
  expect(names(cards, { read: [3, 4] })).toEqual(['three', 'two and four']);
  expect(names(cards, { read: [] })).toEqual([]);
});

test('Chapters are counted where none has a number', () => {
  const unnumbered = [front, chapter('', 'Being managed'), chapter('', 'Mentoring')];
  expect(names([card('two', [2])], { sections: unnumbered, read: [2] })).toEqual(['two']);
  const inTitles = [chapter('', 'Chapter 7: Managing managers'), chapter('', '8. The big leagues')];
  expect(names([card('eight', [8])], { sections: inTitles, read: [1] })).toEqual(['eight']);
});

test('A part is offered while it is read, by words of its title, and not before it has begun', () => {
  const cards = [card('control', ['control']), card('competence', ['Competence'])];
  expect(names(cards, { sections: inParts, read: [3] })).toEqual(['control']);
  expect(names(cards, { sections: inParts, read: [6] })).toEqual(['competence']);
  expect(names(cards, { sections: inParts, read: [0, 1] })).toEqual([]);
});

test('Where chapters tell nothing, sittings do', () => {
  const cards = [1, 2, 3, 4].map((sitting) => card(`sitting ${sitting}`, [], sitting));
  expect(names(cards, { milestone: 1, milestones: 2 }, 4)).toEqual(['sitting 1', 'sitting 2']);
  expect(names(cards, { milestone: 2, milestones: 2 }, 4)).toEqual(['sitting 3', 'sitting 4']);
  expect(names(cards, { milestone: 2, milestones: 8 }, 4)).toEqual(['sitting 1']);
  expect(names(cards, { milestone: 1, milestones: 2 })).toEqual([]);
});

test('A book is known by its title, whatever its subtitle and article', () => {
  expect(isSameTitle('The Manager’s Path', "Manager's Path: A guide")).toBe(true);
  expect(isSameTitle('Thinking in Systems', 'THINKING IN SYSTEMS – A Primer')).toBe(true);
  expect(isSameTitle('Radical Candor', 'Radical Focus')).toBe(false);
  expect(isSameTitle('', '')).toBe(false);
});

test('The shipped decks offer their first week’s cards, and nothing of a book without a deck', async () => {
  const sections = Array.from({ length: 9 }, (_, at) => chapter(String(at + 1)));
  const first = { sections, read: [0, 1], milestone: 1, milestones: 4 };
  expect(await cardsOfBook('The Manager’s Path', first)).toEqual([
    'the-managers-path/whose-habit-is-this',
    'the-managers-path/their-first-five-days',
  ]);
  expect(await cardsOfBook('A book nobody wrote cards for', first)).toEqual([]);
});
