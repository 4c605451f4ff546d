import { RIGHT_TO_LEFT } from '#app/ui/apart.ts';

/**
 * What copying brings along unseen, out of PDFs, word processors, chats and pages, is taken out of
 * what people send; nobody can be asked to find what they cannot see. What has meaning in some
 * script stays: joiners inside words and emoji, the break between words of Thai, direction in text
 * that runs right to left. NUL is left in: a form is refused for it.
 */

/** Ends a line, as whoever wrote it saw it: vertical tab, form feed, next line, the separators. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

// Controls; marks of a hyphen or of no break; invisible operators and annotations; what is no character.
const UNSEEN =
  /(?![\t\n\0])\p{Cc}|[\u00ad\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffc]|\p{Noncharacter_Code_Point}/gu;
/** The flags of England, Scotland and Wales are spelled with tags; else those hide text. */
const TAGS = /(\u{1f3f4}[\u{e0020}-\u{e007f}]{1,8})|[\u{e0000}-\u{e007f}]/gu;
/** After what is no letter of a joining script, no mark and no emoji, a joiner joins nothing. */
const IDLE_JOINERS =
  /(?<![\p{Lo}\p{Lm}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]/gu;
/** Words of these scripts may be parted where no space is. */
const IDLE_BREAKS =
  /(?<![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}])\u200b|\u200b(?![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}])/gu;

const BIDI = /\p{Bidi_Control}/gu;
/** They turn round whatever follows, up to the end of a line or further. */
const TURNING = /[\u202a-\u202e]/g;
const ISOLATES = /[\u2066-\u2069]/g;

/** Markdown knows its marks by a space that may break. */
const AFTER_MARKER = /^([ \t>]*(?:[-*+>]|#{1,6}|\d{1,9}[.)]))[\u00a0\u2007\u202f]+/gm;
/** What looks like an empty line is one. */
const EMPTY_LINES = /(?<=\n)[^\S\n]+(?=\n)/g;

/** A text of several lines, its line ends made \n. */
export function cleanText(sent: string): string {
  const text = seen(sent).replace(TURNING, '');
  return (/\p{Bidi_Control}/u.test(text) ? text.split('\n').map(soundlyTurned).join('\n') : text)
    .replace(AFTER_MARKER, '$1 ')
    .replace(EMPTY_LINES, '');
}

/** Nothing to clean: an export of a library has a hundred thousand such cells. */
const CLEAN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** A text that stands on one line, with single spaces, and no direction but that of its letters. */
export const cleanLine = (sent: string): string =>
  CLEAN.test(sent) ? sent : seen(sent).replace(BIDI, '').replace(/\s+/g, ' ').trim();

/** Whether nothing of a text can be seen. */
export const isBlank = (text: string): boolean =>
  /^[\s\p{Cf}\p{Mn}\u115f\u1160\u3164\uffa0\u2800]*$/u.test(text);

const seen = (sent: string) =>
  sent
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(LINE_ENDS, '\n')
    .replace(UNSEEN, '')
    .replace(TAGS, (_, flag: string | undefined) => flag ?? '')
    .replace(IDLE_JOINERS, '')
    .replace(IDLE_BREAKS, '');

/** Marks and isolates stay in a line that runs right to left somewhere and ends each it begins. */
function soundlyTurned(line: string): string {
  if (!RIGHT_TO_LEFT.test(line)) return line.replace(BIDI, '');
  let open = 0;
  for (const [isolate] of line.matchAll(ISOLATES)) {
    open += isolate === '\u2069' ? -1 : 1;
    if (open < 0) break;
  }
  return open === 0 ? line : line.replace(ISOLATES, '');
}
