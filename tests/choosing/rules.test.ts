import { describe, expect, test } from 'vitest';
import { dropped, inOrder, moved, ranked } from '#app/choosing/ballot/rules/ballot-draft.ts';
import { isSameBook } from '#app/choosing/rules/same-book.ts';

/** 'a1 b2 c' of rows: a is first, b second, c is not ranked. */
const rows = (words: string) =>
  words.split(' ').map((word) => ({ proposal: word.slice(0, 1), rank: word.slice(1) }));
const words = (of: { proposal: string; rank: string }[]) =>
  of.map(({ proposal, rank }) => proposal + rank).join(' ');

describe('a ballot that is being filled in', () => {
  test('stands in the order of its ranks, without gaps', () => {
    expect(words(inOrder(rows('a b7 c2')))).toBe('c1 b2 a');
  });

  test('a book takes its place and the others move over', () => {
    expect(words(ranked(rows('a1 b2 c3'), 'c', 1))).toBe('c1 a2 b3');
    expect(words(ranked(rows('a1 b2 c'), 'c', 2))).toBe('a1 c2 b3');
    expect(words(ranked(rows('a b c'), 'b', 3))).toBe('b1 a c');
    expect(words(ranked(rows('a1 b2 c'), 'a', null))).toBe('b1 a c');
  });

  test('its buttons stop at both ends; up from the rest is the last place', () => {
    expect(words(moved(rows('a1 b2 c'), 'b', -1))).toBe('b1 a2 c');
    expect(words(moved(rows('a1 b2 c'), 'a', -1))).toBe('a1 b2 c');
    expect(words(moved(rows('a1 b2 c'), 'b', 1))).toBe('a1 b2 c');
    expect(words(moved(rows('a1 b c'), 'c', -1))).toBe('a1 c2 b');
    expect(words(moved(rows('a1 b c'), 'c', 1))).toBe('a1 b c');
  });

  test('dropped among the ranked or right below them it is ranked, further down it is not', () => {
    expect(words(dropped(rows('a1 b2 c d'), 'd', 0))).toBe('d1 a2 b3 c');
    expect(words(dropped(rows('a1 b2 c d'), 'd', 2))).toBe('a1 b2 d3 c');
    expect(words(dropped(rows('a1 b2 c d'), 'a', 2))).toBe('b1 a c d');
  });
});

describe('the same book', () => {
  const book = (title: string, author = '', isbn: string | null = null) => ({
    ...{ title, author, isbn },
    bookId: null,
  });

  test.each([
    [book('The Manager’s Path'), book("manager's path: A guide for tech leaders"), true],
    [book('Staff Engineer', 'Will Larson'), book('staff engineer', 'Larson, Will'), true],
    [book('Leadership', 'Burns'), book('Leadership', 'Goodwin'), false],
    [book('Leadership', 'Burns'), book('Leadership'), true],
    [book('Peopleware', '', '9780321934116'), book('Menschen', '', '9780321934116'), true],
    [book('Accelerate'), book('Accelerated'), false],
    [book('São Paulo'), book('Sao Paulo'), true],
  ])('%o and %o: %s', (one, other, same) => {
    expect(isSameBook(one, other)).toBe(same);
    expect(isSameBook(other, one)).toBe(same);
  });
});
