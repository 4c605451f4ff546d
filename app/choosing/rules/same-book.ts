/** A book as it is proposed. */
interface Named {
  title: string;
  author: string;
  /** 13 digits */
  isbn: string | null;
  bookId: number | null;
}

/**
 * Whether two proposals are of one book: the same book of the circle, the same ISBN, or the same
 * title before its subtitle. Two authors who share a title are told apart by their names, where both are
 * given.
 */
export function isSameBook(a: Named, b: Named): boolean {
  if (a.bookId !== null && a.bookId === b.bookId) return true;
  if (a.isbn !== null && a.isbn === b.isbn) return true;
  if (plainTitle(a.title) !== plainTitle(b.title)) return false;
  const [left, right] = [namesIn(a.author), namesIn(b.author)];
  return left.length === 0 || right.length === 0 || left.some((name) => right.includes(name));
}

const plain = (words: string) =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function plainTitle(title: string): string {
  const main = title.split(/:\s|\s[–—-]\s/)[0] ?? title;
  return plain(main.replace(/['’]/g, '')).replace(/^(the|a|an) /, '') || plain(title);
}

/** Every word of the names: 'Fournier, Camille' and 'Camille Fournier' are one. */
const namesIn = (author: string) =>
  plain(author)
    .split(' ')
    .filter((word) => word.length > 2);
