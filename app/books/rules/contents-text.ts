/** The lines of a pasted text, whatever ends them, without what nobody sees. */
export function linesOf(pasted: string): string[] {
  return pasted.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/).map((raw) => withoutUnseen(raw).trim());
}

const UNSEEN = /[\u00ad\p{Bidi_Control}\u200b\u2060\ufeff]/gu;
// Persian and Hindi write with them; between Latin letters nobody has typed them.
const JOINERS =
  /(?<=[\p{Script=Latin}\p{P}\p{N}\s])[\u200c\u200d]+|[\u200c\u200d]+(?=[\p{P}\p{N}\s]|$)/gu;

const withoutUnseen = (raw: string) => raw.replace(UNSEEN, '').replace(JOINERS, '');

const BULLET = /^(?:[•‣◦▪▫●○■□◆◇➢➣➤►▶▸✓✔❖∙*+]|[–—-](?=\s)|o(?=\t))\s*(?=\S)/u;

/** A line for reading: without its bullet, its digits those that are counted with here. */
export const readable = (line: string) =>
  line.replace(BULLET, '').replace(/(?![0-9])\p{Nd}/gu, digitOf);

/** The digit a character of any script stands for: they stand in tens, from …0 or from …6. */
function digitOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const last = code & 0xf;
  const isFromZero = /\p{Nd}/u.test(String.fromCodePoint(code - last));
  const digit = isFromZero ? last : last - 6;
  return digit >= 0 && digit <= 9 ? String(digit) : char;
}
