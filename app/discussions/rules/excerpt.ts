import { apart, beginning } from '#app/ui/apart.ts';

// What begins a line of its own. Our own renderer made the HTML: its tags are whole and in lower case.
const BLOCK = /<\/?(?:p|br|li|ul|ol|h[1-6]|blockquote|pre|hr|div|table|tr|td|th)\b[^>]*>/g;
/** What somebody else wrote, as it is quoted in an answer. */
const QUOTE = /<blockquote\b[^>]*>.*?(?:<\/blockquote>|$)/gs;
/** Also one that was cut off. */
const TAG = /<[^>]*(?:>|$)/g;
const SIGNS: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
const SIGN = /&(?:(lt|gt|quot|amp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;

/**
 * The first words of a note, in one line and set apart from those around it: its author's own, unless
 * there are none.
 * @param html as the note is shown, or its beginning
 */
export function excerpt(html: string, length: number): string {
  return wordsOf(html.replace(QUOTE, ' '), length) || wordsOf(html, length);
}

function wordsOf(html: string, length: number): string {
  const text = html
    .replace(BLOCK, ' ')
    .replace(TAG, '')
    .replace(SIGN, (sign, name, decimal, hex) =>
      name ? (SIGNS[name.toLowerCase()] ?? sign) : character(decimal ?? `0x${hex}`),
    );
  return apart(beginning(text, length));
}

function character(code: string): string {
  const point = Number(code);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
