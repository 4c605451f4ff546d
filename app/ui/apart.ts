// Hebrew, Arabic and their neighbours: the blocks that Unicode gives to scripts from right to left.
export const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A name or title for a place without markup, set between FSI and PDI where it runs from right to
 * left, so that it turns none of the words, numbers and signs around it. In markup it is a `<bdi>`.
 */
export const apart = (text: string): string =>
  RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;

/** The first words of a text, in one line of so many characters at most; what is set apart stays so. */
export function beginning(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const words = cut
    .slice(0, Math.max(cut.lastIndexOf(' '), length / 2))
    .replace(/[\ud800-\udbff]$/, '');
  const open = words.split('\u2068').length - words.split('\u2069').length;
  return `${words}…${'\u2069'.repeat(Math.max(open, 0))}`;
}
