import { toHtml } from 'hast-util-to-html';
import type { Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { CardBlock, Passage, Scale } from '#app/cards/rules/card.ts';
import { attributesOf, componentOf, lineOf, type Tag } from './components.server.ts';
import type { Problem } from './problem.ts';

type Node = RootContent;
type Report = (problem: Problem) => void;

/** A block and the line its tag is on. */
export interface PlacedBlock {
  block: CardBlock;
  line: number;
}

// What may stand inside a component. Everything else is refused, so the HTML made from these needs
// no sanitiser.
const prose = new Set(['paragraph', 'text', 'emphasis', 'strong', 'list', 'listItem', 'break']);

const refusals: Record<string, string> = {
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

/** The blocks of a card in order, or null after reporting everything that does not belong. */
export function blocksOf(tree: Root, report: Report): PlacedBlock[] | null {
  const blocks: PlacedBlock[] = [];
  let sound = true;
  const refuse: Report = (problem) => {
    sound = false;
    report(problem);
  };
  for (const node of unwrapped(tree.children)) {
    if (node.type === 'yaml') continue;
    const block = blockOf(node, refuse);
    if (block) blocks.push({ block, line: lineOf(node) });
  }
  return sound ? blocks : null;
}

// MDX sets tags that share a line in a paragraph; a paragraph of nothing else is only its tags.
function unwrapped(nodes: Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type !== 'paragraph') return [node];
    const blank = (child: Node) => child.type === 'text' && child.value.trim() === '';
    const inside: Node[] = node.children.filter((child) => !blank(child));
    return inside.every((child) => child.type === 'mdxJsxTextElement') ? inside : [node];
  });
}

function blockOf(node: Node, report: Report): CardBlock | null {
  const component = componentOf(node);
  if (!component) {
    const reason =
      refusals[node.type] ?? 'words must stand inside <Prompt>, <Step> or another part';
    report({ line: lineOf(node), reason });
    return null;
  }
  if ('reason' in component) {
    report(component);
    return null;
  }
  const { name, tag } = component;
  if (name === 'Step') return stepOf(tag, report);
  if (name === 'Scale') return scaleOf(tag, report);
  const attributes = attributesOf(name, tag, report);
  const html = wordsOf(name, tag, tag.children, report);
  if (!attributes || html === null) return null;
  if (name === 'Prompt') return { kind: 'prompt', html };
  if (name === 'Reflect') return { kind: 'reflect', html };
  if (name === 'Facilitator') return { kind: 'facilitator', html };
  return { kind: 'quote', html, ...(attributes as { source: string }) };
}

function stepOf(tag: Tag, report: Report): CardBlock | null {
  const attributes = attributesOf('Step', tag, report);
  const parts: (Passage | Scale | null)[] = [];
  let words: Node[] = [];
  const close = () => {
    if (words.length === 0) return;
    const html = wordsOf('Step', tag, words, report);
    parts.push(html === null ? null : { kind: 'passage', html });
    words = [];
  };
  for (const child of unwrapped(tag.children)) {
    const component = componentOf(child);
    if (component && 'tag' in component && component.name === 'Scale') {
      close();
      parts.push(scaleOf(component.tag, report));
    } else {
      words.push(child);
    }
  }
  close();
  if (parts.length === 0) report({ line: lineOf(tag), reason: '<Step> is empty' });
  const whole = parts.filter((part) => part !== null);
  if (!attributes || whole.length === 0 || whole.length < parts.length) return null;
  return { kind: 'step', ...attributes, parts: whole };
}

function scaleOf(tag: Tag, report: Report): Scale | null {
  const attributes = attributesOf('Scale', tag, report);
  if (tag.children.length > 0) {
    report({ line: lineOf(tag), reason: '<Scale> holds no words: its question is an attribute' });
    return null;
  }
  return attributes && { kind: 'scale', ...attributes };
}

/** The HTML of what a component holds; null after reporting what may not be in it. */
function wordsOf(name: string, tag: Tag, children: Node[], report: Report): string | null {
  const strange = children.flatMap(strangersIn);
  strange.forEach(report);
  if (strange.length > 0) return null;

  const blocks = children.some(({ type }) => type === 'paragraph' || type === 'list');
  const inside = blocks ? children : [{ type: 'paragraph', children } as Node];
  const html = toHtml(toHast({ type: 'root', children: inside } as Root));
  if (html.replace(/<[^>]*>/g, '').trim() !== '') return html;
  report({ line: lineOf(tag), reason: `<${name}> is empty` });
  return null;
}

function strangersIn(node: Node): Problem[] {
  if (!prose.has(node.type)) {
    const component = componentOf(node);
    if (component) {
      return 'reason' in component
        ? [component]
        : [{ line: lineOf(node), reason: `<${component.name}> cannot stand here` }];
    }
    return [{ line: lineOf(node), reason: refusals[node.type] ?? `${node.type} is not allowed` }];
  }
  return 'children' in node ? node.children.flatMap(strangersIn) : [];
}
