/** What of a note is quoted in an answer. Without imports: the browser does it, too. */

const LONGEST = 1_000;

/** A passage of somebody's note in Markdown, with whose it is, and room for what one says to it. */
export function quotedText(name: string, passage: string): string {
  const whole = passage.trim();
  const cut = whole.slice(0, LONGEST).replace(/\s\S*$/, '');
  const text = whole.length > LONGEST ? `${cut} …` : whole;
  const lines = [`**${name.replace(/[\\`*_{}[\]<>]/g, '\\$&')}** wrote:`, '', ...text.split('\n')];
  return `${lines.map((line) => (line ? `> ${line}` : '>')).join('\n')}\n\n`;
}

/** A text with a quote after what it says already. */
export const withQuote = (text: string, quote: string) =>
  text.trim() ? `${text.trimEnd()}\n\n${quote}` : quote;

/** The notes a note quotes, as its form carries them, with one more. */
export function withQuoted(quotes: string, noteId: number): string {
  const ids = quotes.split(',').filter(Boolean);
  return ids.includes(String(noteId)) ? quotes : [...ids, noteId].join(',');
}

/** Reads `?reply=17`; null when it says something else. */
export function replyOf(params: URLSearchParams): number | null {
  const value = params.get('reply') ?? '';
  return /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null;
}

/** 'p. 86', 'pp. 86–88'; what is no plain page number stands as it was typed. */
export function pageInWords(page: string): string {
  if (/^(\d+|[ivxlc]+)$/i.test(page)) return `p. ${page}`;
  return /^\d+\s*[-–,]\s*\d+$/.test(page) ? `pp. ${page.replace(/\s*-\s*/, '–')}` : page;
}
