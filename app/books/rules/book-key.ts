/**
 * What tells two books apart that carry no ISBN: title and first author, without case, accents,
 * punctuation and the series in brackets that Goodreads adds. Kept in the database: a change here
 * needs a migration.
 */
export function bookKey(title: string, author: string): string {
  const [first = ''] = author.split(/[,;&]|\sand\s/i);
  const name = plain(title.replace(/\s*\([^()]*#[^()]*\)\s*$/, '')) || title.trim().toLowerCase();
  return `${name}|${plain(first)}`.slice(0, 400);
}

const plain = (words: string) =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
