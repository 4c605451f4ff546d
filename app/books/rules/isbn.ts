/**
 * The ISBN-13 of a typed or exported ISBN, or null when its check digit is wrong. An ISBN-10 becomes
 * the ISBN-13 of the same book. Spaces, hyphens of any kind, `ISBN:`, what stands in brackets behind
 * it, and what a spreadsheet makes of it (`="…"`, `.0`, zeros that are gone) do not matter.
 */
export function readIsbn(typed: string): string | null {
  const isbn = withZeros(bare(typed));
  if (/^\d{9}[\dX]$/.test(isbn)) {
    const sum = [...isbn].reduce((total, char, at) => total + digitOf(char) * (10 - at), 0);
    if (sum % 11 !== 0) return null;
    const stem = `978${isbn.slice(0, 9)}`;
    return stem + ((10 - (weighed(stem) % 10)) % 10);
  }
  return /^97[89]\d{10}$/.test(isbn) && weighed(isbn) % 10 === 0 ? isbn : null;
}

/** Whether a spreadsheet has cut it short: 9.78031E+12. Its last digits are gone. */
export const isCutShort = (typed: string) => /^\d([.,]\d+)?E\+\d+$/i.test(bare(typed));

/** Whether it was meant as an ISBN: a shop's own number, or nothing at all, is none. */
export function isLikeIsbn(typed: string): boolean {
  return /^(\d{9}[\dX]|97[89]\d{10})$/.test(bare(typed));
}

// Also the soft one, the minus and the wide one.
const HYPHENS = /[\s\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u2043-]/g;

const bare = (typed: string) =>
  typed
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/^isbn(?:-?1[03])?:?/i, '')
    .replace(/\s*[([].*$/, '')
    .replace(/[.,]0$/, '')
    .replace(HYPHENS, '')
    .toUpperCase();

/** As a number an ISBN-10 loses the zeros it begins with: it has ten digits when its last one fits. */
const withZeros = (digits: string) =>
  /^\d{6,8}[\dX]$/.test(digits) ? digits.padStart(10, '0') : digits;

const digitOf = (char: string) => (char === 'X' ? 10 : Number(char));

const weighed = (digits: string) =>
  [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
