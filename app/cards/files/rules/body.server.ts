import type { Root } from 'mdast';
import type {
  CardBlock,
  CardStep,
  FacilitatorNote,
  Scale,
  StepPart,
} from '#app/cards/rules/card.ts';
import {
  attributesOf,
  type ComponentName,
  componentOf,
  lineOf,
  type Tag,
} from './components.server.ts';
import { itemsOf, type Node, type Report, refusals, unwrapped, wordsOf } from './words.server.ts';

/** A block and the line its tag is on. */
export interface PlacedBlock {
  block: CardBlock;
  line: number;
}

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
  switch (name) {
    case 'Step':
      return stepOf(tag, report);
    case 'Scale':
      return scaleOf(tag, report);
    case 'Facilitator':
      return facilitatorOf(tag, report);
    case 'Prompt':
    case 'Commit':
    case 'Reflect':
    case 'Quote': {
      const attributes = attributesOf(name, tag, report);
      const html = wordsOf(name, tag, tag.children, report);
      if (!attributes || html === null) return null;
      if (name === 'Prompt') return { kind: 'prompt', html };
      if (name === 'Commit') return { kind: 'commit', html };
      if (name === 'Reflect') return { kind: 'reflect', html };
      return { kind: 'quote', html, ...(attributes as { source: string }) };
    }
    default:
      report({ line: lineOf(node), reason: `<${name}> stands inside ${homes[name]}` });
      return null;
  }
}

const homes = {
  Write: 'a <Step>',
  Example: 'a <Step>',
  Listen: 'a <Step>',
  Note: '<Facilitator>',
} satisfies Partial<Record<ComponentName, string>>;

function stepOf(tag: Tag, report: Report): CardStep | null {
  const attributes = attributesOf('Step', tag, report);
  const parts = partsOf('Step', tag, report, (name, inner): StepPart | null | undefined => {
    if (name === 'Scale') return scaleOf(inner, report);
    if (name === 'Write') return writeOf(inner, report);
    if (name === 'Example') return exampleOf(inner, report);
    if (name === 'Listen') return listenOf(inner, report);
    return undefined;
  });
  const whole = parts.map((part) =>
    typeof part === 'string' ? { kind: 'passage' as const, html: part } : part,
  );
  const written = whole.findIndex((part) => part?.kind === 'write');
  const example = whole.findIndex((part) => part?.kind === 'example');
  if (example !== -1 && (written === -1 || example < written)) {
    report({ line: lineOf(tag), reason: '<Example> stands under the <Write> of its step' });
  }
  if (parts.length === 0) report({ line: lineOf(tag), reason: '<Step> is empty' });
  const sound = whole.filter((part) => part !== null);
  if (!attributes || sound.length === 0 || sound.length < whole.length) return null;
  return { kind: 'step', ...attributes, parts: sound };
}

function facilitatorOf(tag: Tag, report: Report): CardBlock | null {
  const attributes = attributesOf('Facilitator', tag, report);
  const notes: FacilitatorNote['notes'] = [];
  const parts = partsOf('Facilitator', tag, report, (name, inner) =>
    name === 'Note' ? noteOf(inner, report) : undefined,
  );
  let html: string | null = null;
  for (const part of parts) {
    if (part === null) continue;
    if (typeof part !== 'string') notes.push(part);
    else if (notes.length === 0) html = part;
    else
      report({
        line: lineOf(tag),
        reason: 'in <Facilitator> its own words stand before the notes',
      });
  }
  if (parts.length === 0) report({ line: lineOf(tag), reason: '<Facilitator> is empty' });
  return attributes && { kind: 'facilitator', html, notes };
}

/**
 * What a tag holds, in order: HTML of its own words, and what `read` makes of the tags among them.
 * Null for each that was reported; a tag that `read` does not know is a stranger among the words.
 */
function partsOf<P>(
  name: string,
  tag: Tag,
  report: Report,
  read: (name: ComponentName, tag: Tag) => P | undefined,
): (P | string | null)[] {
  const parts: (P | string | null)[] = [];
  let words: Node[] = [];
  const close = () => {
    if (words.length > 0) parts.push(wordsOf(name, tag, words, report));
    words = [];
  };
  for (const child of unwrapped(tag.children)) {
    const component = componentOf(child);
    const part = component && 'tag' in component ? read(component.name, component.tag) : undefined;
    if (part === undefined) words.push(child);
    else {
      close();
      parts.push(part);
    }
  }
  close();
  return parts;
}

function scaleOf(tag: Tag, report: Report): Scale | null {
  const attributes = attributesOf('Scale', tag, report);
  if (!isBare('Scale', tag, report)) return null;
  return attributes && { kind: 'scale', ...attributes };
}

function exampleOf(tag: Tag, report: Report): StepPart | null {
  const attributes = attributesOf('Example', tag, report);
  if (!isBare('Example', tag, report)) return null;
  return attributes && { kind: 'example', ...attributes };
}

function isBare(name: string, tag: Tag, report: Report): boolean {
  if (tag.children.length === 0) return true;
  report({ line: lineOf(tag), reason: `<${name}> holds no words: they are its attributes` });
  return false;
}

function writeOf(tag: Tag, report: Report): StepPart | null {
  const attributes = attributesOf('Write', tag, report);
  const html = wordsOf('Write', tag, tag.children, report);
  return attributes && html !== null ? { kind: 'write', html, ...attributes } : null;
}

function listenOf(tag: Tag, report: Report): StepPart | null {
  const attributes = attributesOf('Listen', tag, report);
  const items = itemsOf('Listen', tag, report);
  if (!attributes || !items) return null;
  const [first, second, ...more] = items;
  if (first !== undefined && second !== undefined && more.length === 0) {
    return { kind: 'listen', questions: [first, second] };
  }
  report({ line: lineOf(tag), reason: '<Listen> has exactly two questions' });
  return null;
}

function noteOf(tag: Tag, report: Report): FacilitatorNote['notes'][number] | null {
  const attributes = attributesOf('Note', tag, report);
  const html = wordsOf('Note', tag, tag.children, report);
  return attributes && html !== null ? { html, ...attributes } : null;
}
