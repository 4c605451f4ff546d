import { parse } from 'csv-parse/sync';

export type Source = 'goodreads' | 'storygraph';

/** What a column must be called for us to tell whose export it is. */
const NEEDED: Record<Source, readonly string[]> = {
  goodreads: ['Title', 'Author', 'Exclusive Shelf'],
  storygraph: ['Title', 'Authors', 'Read Status'],
};

export type HeadRead =
  | { ok: true; source: Source; delimiter: string; header: string[] }
  | { ok: false; reason: 'empty' | 'utf-16' | 'not-text' | 'spreadsheet' | 'pdf' }
  /** text, but no export we know; `header` is its first line's columns */
  | { ok: false; reason: 'unknown'; header: string[] };

/** Whose export a file is, from its first bytes: at least its first line. */
export function readHead(bytes: Uint8Array): HeadRead {
  const [a, b, c, d] = bytes;
  if (a === undefined) return { ok: false, reason: 'empty' };
  if (a === 0x50 && b === 0x4b && (c === 3 || c === 5)) return { ok: false, reason: 'spreadsheet' };
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) {
    return { ok: false, reason: 'spreadsheet' };
  }
  if (a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46) return { ok: false, reason: 'pdf' };
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    return { ok: false, reason: 'utf-16' };
  }
  const text = new TextDecoder().decode(bytes);
  if (/^\s*$/.test(text)) return { ok: false, reason: 'empty' };
  const [first = '', second = ''] = text.trimStart().split(/\r\n|\n|\r/, 2);
  const line = isSeparatorLine([first]) ? second : first;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no line of text has
  if (/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(line)) return { ok: false, reason: 'not-text' };
  for (const delimiter of [',', ';', '\t']) {
    const header = columns(line, delimiter);
    for (const source of ['goodreads', 'storygraph'] as const) {
      if (NEEDED[source].every((name) => header.includes(name))) {
        return { ok: true, source, delimiter, header };
      }
    }
  }
  const delimiter = [',', ';', '\t'].reduce((best, one) =>
    line.split(one).length > line.split(best).length ? one : best,
  );
  return { ok: false, reason: 'unknown', header: columns(line, delimiter) };
}

/** What a spreadsheet reads above the header: 'sep=;'. */
export const isSeparatorLine = ([first = '']: readonly string[]) => /^\ufeff?"?sep=/i.test(first);

function columns(line: string, delimiter: string): string[] {
  try {
    const [header = []] = parse(line, { delimiter, relax_quotes: true, to_line: 1 }) as string[][];
    return header.map((name) => name.trim());
  } catch {
    return [line];
  }
}
