import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookKey } from '#app/books/rules/book-key.ts';
import { isLikeIsbn, readIsbn } from '#app/books/rules/isbn.ts';

describe('an ISBN', () => {
  test.each([
    ['978-1-60358-055-7', '9781603580557'],
    ['ISBN-10: 0-8044-2957-X', '9780804429573'],
    ['0 8044 2957 x', '9780804429573'],
    ['="0141026162"', '9780141026169'],
    ['="9780141026169"', '9780141026169'],
    ['ISBN 978 0 14 102616 9', '9780141026169'],
    // the range of France, which has no ISBN-10
    ['979-10-90636-07-1', '9791090636071'],
    ['1942788339', '9781942788331'],
  ])('%s is %s', (typed, isbn) => {
    expect(readIsbn(typed)).toBe(isbn);
    expect(readIsbn(isbn)).toBe(isbn);
  });

  test.each([
    '978-1-60358-055-8',
    '0141026163',
    '977-1-60358-055-7',
    'X141026162',
    '01410261629',
    '="',
    'hello',
    '',
  ])('%s is none', (typed) => {
    expect(readIsbn(typed)).toBeNull();
  });

  test('of a shop, or none, is not like one', () => {
    expect(['B004EYUJLM', '', '=""', 'a1b2'].map(isLikeIsbn)).toEqual([false, false, false, false]);
    expect(isLikeIsbn('978-1-60358-055-8')).toBe(true);
  });
});

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });

const isbn10 = digits(9).map((stem) => {
  const sum = stem.reduce((total, digit, at) => total + digit * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return stem.join('') + (check === 10 ? 'X' : check);
});

const isbn13 = fc.tuple(fc.constantFrom('978', '979'), digits(9)).map(([prefix, rest]) => {
  const stem = prefix + rest.join('');
  const sum = [...stem].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return stem + ((10 - (sum % 10)) % 10);
});

const DIGITS = '0123456789X';

describe('mistyped', () => {
  test('a wrong digit of an ISBN-10 is noticed, wherever it is', () => {
    fc.assert(
      fc.property(isbn10, fc.nat(9), fc.constantFrom(...DIGITS), (isbn, at, digit) => {
        expect(readIsbn(isbn)).toMatch(/^978\d{10}$/);
        fc.pre(isbn[at] !== digit);
        expect(readIsbn(isbn.slice(0, at) + digit + isbn.slice(at + 1))).toBeNull();
      }),
    );
  });

  test('two neighbours of an ISBN-10 the wrong way round are noticed', () => {
    fc.assert(
      fc.property(isbn10, fc.nat(8), (isbn, at) => {
        fc.pre(isbn[at] !== isbn[at + 1]);
        const turned = [...isbn];
        [turned[at], turned[at + 1]] = [isbn[at + 1] ?? '', isbn[at] ?? ''];
        expect(readIsbn(turned.join(''))).toBeNull();
      }),
    );
  });

  test('a wrong digit of an ISBN-13 is noticed, wherever it is', () => {
    fc.assert(
      fc.property(isbn13, fc.nat(12), fc.nat(9), (isbn, at, digit) => {
        expect(readIsbn(isbn)).toBe(isbn);
        fc.pre(isbn[at] !== String(digit));
        expect(readIsbn(isbn.slice(0, at) + digit + isbn.slice(at + 1))).toBeNull();
      }),
    );
  });

  test('an ISBN-10 and the ISBN-13 made of it are one', () => {
    fc.assert(
      fc.property(isbn10, (isbn) => {
        const made = readIsbn(isbn) ?? '';
        expect(readIsbn(made)).toBe(made);
        expect(made.slice(3, 12)).toBe(isbn.slice(0, 9));
      }),
    );
  });
});

test.each([
  ['The Three-Body Problem (Remembrance of Earth’s Past #1)', 'the three body problem'],
  ['Über Führung!', 'uber  fuhrung'],
  ['Война и мир', 'ВОЙНА И МИР'],
])('%s is the same book as %s', (one, other) => {
  expect(bookKey(one, 'A. Writer, Bo Other')).toBe(bookKey(other, 'a writer'));
  expect(bookKey(one, 'A. Writer')).not.toBe(bookKey(one, 'Somebody else'));
});

test('titles without a letter are told apart', () => {
  expect(bookKey('???', '')).not.toBe(bookKey('!!!', ''));
});
