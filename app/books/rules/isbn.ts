/**
 * The ISBN-13 of a typed or exported ISBN, or null when its check digit is wrong. An ISBN-10 becomes
 * the ISBN-13 of the same book. Spaces, hyphens, `ISBN:` and a spreadsheet's `="…"` do not matter.
 */
export function readIsbn(typed: string): string | null {
  const isbn = bare(typed);
  if (/^\d{9}[\dX]$/.test(isbn)) {
    const sum = [...isbn].reduce((total, char, at) => total + digitOf(char) * (10 - at), 0);
    if (sum % 11 !== 0) return null;
    const stem = `978${isbn.slice(0, 9)}`;
    return stem + ((10 - (weighed(stem) % 10)) % 10);
  }
  return /^97[89]\d{10}$/.test(isbn) && weighed(isbn) % 10 === 0 ? isbn : null;
}

/** Whether it was meant as an ISBN: a shop's own number, or nothing at all, is none. */
export function isLikeIsbn(typed: string): boolean {
  return /^(\d{9}[\dX]|97[89]\d{10})$/.test(bare(typed));
}

const bare = (typed: string) =>
  typed
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/^isbn(?:-?1[03])?:?/i, '')
    .replace(/[\s\u2010-\u2015-]/g, '')
    .toUpperCase();

const digitOf = (char: string) => (char === 'X' ? 10 : Number(char));

const weighed = (digits: string) =>
  [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
