import { toHtml } from 'hast-util-to-html';
import type { Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { componentOf, lineOf, type Tag } from './components.server.ts';
import type { Problem } from './problem.ts';

/** The prose of a card: Markdown from an allow-list, as HTML. */

export type Node = RootContent;
export type Report = (problem: Problem) => void;

// What may stand inside a component. Everything else is refused, so the HTML made from these needs
// no sanitiser.
const prose = new Set(['paragraph', 'text', 'emphasis', 'strong', 'list', 'listItem', 'break']);

export const refusals: Record<string, string> = {
  mdxjsEsm: 'import and export are not allowed: a card is read, never run',
  mdxFlowExpression: 'expressions in braces are not allowed: a card is read, never run',
  mdxTextExpression: 'expressions in braces are not allowed: a card is read, never run',
  heading: 'headings are not allowed: a step has its title',
  html: 'HTML is not allowed',
  link: 'links are not allowed: name the thing instead',
  linkReference: 'links are not allowed: name the thing instead',
  definition: 'links are not allowed: name the thing instead',
  image: 'images are not allowed',
  imageReference: 'images are not allowed',
  blockquote: 'use <Quote source="…"> for a quotation',
  thematicBreak: 'rules are not allowed: steps are set apart already',
  code: 'code is not allowed',
  inlineCode: 'code is not allowed',
};

/** The HTML of what a component holds; null after reporting what may not be in it. */
export function wordsOf(name: string, tag: Tag, children: Node[], report: Report): string | null {
  const strange = children.flatMap(strangersIn);
  strange.forEach(report);
  if (strange.length > 0) return null;

  const blocks = children.some(({ type }) => type === 'paragraph' || type === 'list');
  const inside = blocks ? children : [{ type: 'paragraph', children } as Node];
  const html = htmlOf(inside);
  if (isWords(html)) return html;
  report({ line: lineOf(tag), reason: `<${name}> is empty` });
  return null;
}

/** The HTML of each item of the one list a component holds; null after reporting why not. */
export function itemsOf(name: string, tag: Tag, report: Report): string[] | null {
  const children = unwrapped(tag.children);
  const strange = children.flatMap(strangersIn);
  strange.forEach(report);
  if (strange.length > 0) return null;

  const [list, ...more] = children;
  const items = list?.type === 'list' && more.length === 0 ? list.children : [];
  const lines = items.map(({ children: [line, ...rest] }) =>
    line?.type === 'paragraph' && rest.length === 0 ? insideOf(htmlOf([line])) : '',
  );
  if (lines.length > 0 && lines.every(isWords)) return lines;
  report({ line: lineOf(tag), reason: `<${name}> holds a list of questions and nothing else` });
  return null;
}

/** MDX sets tags that share a line in a paragraph; a paragraph of nothing else is only its tags. */
export function unwrapped(nodes: Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type !== 'paragraph') return [node];
    const blank = (child: Node) => child.type === 'text' && child.value.trim() === '';
    const inside: Node[] = node.children.filter((child) => !blank(child));
    return inside.every((child) => child.type === 'mdxJsxTextElement') ? inside : [node];
  });
}

const htmlOf = (children: Node[]) => toHtml(toHast({ type: 'root', children } as Root));

const insideOf = (paragraph: string) => paragraph.slice('<p>'.length, -'</p>'.length);

const isWords = (html: string) => html.replace(/<[^>]*>/g, '').trim() !== '';

function strangersIn(node: Node): Problem[] {
  if (!prose.has(node.type)) {
    const component = componentOf(node);
    if (component && 'reason' in component) return [component];
    if (component) {
      const reason = `<${component.name}> cannot stand here; a part has an empty line around it`;
      return [{ line: lineOf(node), reason }];
    }
    return [{ line: lineOf(node), reason: refusals[node.type] ?? `${node.type} is not allowed` }];
  }
  return 'children' in node ? node.children.flatMap(strangersIn) : [];
}
