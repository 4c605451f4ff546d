import { plainTextSelectors } from '@react-email/render';
import { compile } from 'html-to-text';

// The part of html-to-text's formatter interface used here; the package comes without types.
interface TextElement {
  attribs: Record<string, string | undefined>;
  children: unknown[];
}
interface TextBuilder {
  openBlock(options: { leadingLineBreaks: number }): void;
  closeBlock(options: { trailingLineBreaks: number }): void;
  addInline(text: string, options?: { noWordTransform: boolean }): void;
  addLineBreak(): void;
}
type TextWalk = (children: unknown[], builder: TextBuilder) => void;

/**
 * The text of a message, from its HTML. React Email's own `toPlainText` reads the same options anew
 * for each message, which takes longer than the text.
 */
export const plainTextOf = compile({
  wordwrap: false,
  selectors: [
    ...plainTextSelectors,
    { selector: 'h1', options: { uppercase: false, trailingLineBreaks: 2 } },
    { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    {
      selector: 'p[data-text-format="line"]',
      format: 'paragraph',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    },
    { selector: 'hr', options: { length: 40 } },
    { selector: 'a.link', format: 'anchor', options: { linkBrackets: ['<', '>'] } },
    { selector: 'a[data-text-format="action"]', format: 'action' },
  ],
  formatters: {
    // "Confirm this address:" and the address on a line of its own, ready to be copied.
    action(element: TextElement, walk: TextWalk, builder: TextBuilder) {
      builder.openBlock({ leadingLineBreaks: 2 });
      walk(element.children, builder);
      builder.addInline(':');
      builder.addLineBreak();
      builder.addInline(element.attribs.href ?? '', { noWordTransform: true });
      builder.closeBlock({ trailingLineBreaks: 2 });
    },
  },
});
