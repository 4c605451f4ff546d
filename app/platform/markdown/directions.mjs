const RIGHT_TO_LEFT =
  /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Samr}\p{sc=Mand}\p{sc=Adlm}\p{sc=Rohg}]/u;
const LETTER = /\p{L}/u;
const HOLDERS = new Set(['bullet_list_open', 'ordered_list_open', 'blockquote_open', 'table_open']);

/**
 * Says which way the blocks of a note run, where that is not from left to right throughout. A
 * paragraph with right-to-left text decides by its own first letter (`auto`); a list, a quote or a
 * table by the first letter in it, so that bullets and columns stand where its reader begins.
 */
export function markDirections(tokens) {
  if (!tokens.some(({ type, content }) => type === 'inline' && RIGHT_TO_LEFT.test(content))) return;
  /** Blocks around the token at hand, the innermost last. `way` is known from their first letter. */
  const around = [];
  for (const token of tokens) {
    if (token.nesting === 1) around.push({ token, holds: HOLDERS.has(token.type), way: undefined });
    if (token.nesting === -1) around.pop();
    if (token.type === 'inline') decide(around, wordsOf(token));
  }
}

function decide(around, words) {
  const first = LETTER.exec(words)?.[0];
  if (!first) return;
  const way = RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
  let outer = 'ltr';
  for (const block of around) {
    if (!block.holds) continue;
    if (!block.way) {
      block.way = way;
      if (way !== outer) block.token.attrSet('dir', way);
    }
    outer = block.way;
  }
  if (outer === 'rtl' || RIGHT_TO_LEFT.test(words)) drawnBlock(around)?.attrSet('dir', 'auto');
}

/** The paragraph; in a tight list, whose paragraphs are not drawn, its item. */
const drawnBlock = (around) => around.findLast(({ token }) => !token.hidden)?.token;

/** What is read of a run of text. */
const wordsOf = ({ children }) =>
  (children ?? []).map(({ type, content }) => (type === 'text' ? content : ' ')).join('');
