import type {} from '@mdx-js/mdx';
import type { RootContent } from 'mdast';
import { noteMoments, reveals, type StepMode, showings, stepModes } from '#app/cards/rules/card.ts';
import type { Problem } from './problem.ts';

/**
 * The tags a card may use and the attributes each must have: all of them, no others. Values are
 * literals, so that reading a card never evaluates anything.
 */

export type Tag = Extract<RootContent, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type Literal = string | number;
/** The value, or why it is refused. */
type Take<T> = (value: Literal) => { value: T } | { refused: string };
interface Optional<T> {
  optional: Take<T>;
}

const text =
  (max: number): Take<string> =>
  (value) => {
    if (typeof value !== 'string') return { refused: 'must be words in double quotes' };
    const words = value.replace(/\s+/g, ' ').trim();
    if (words === '') return { refused: 'is empty' };
    return words.length > max ? { refused: `is longer than ${max} characters` } : { value: words };
  };

const whole =
  (min: number, max: number): Take<number> =>
  (value) =>
    typeof value === 'number' && value >= min && value <= max
      ? { value }
      : { refused: `must be a whole number from ${min} to ${max} in braces, for example {${min}}` };

const oneOf =
  <T extends string>(choices: readonly T[]): Take<T> =>
  (value) =>
    choices.includes(value as T)
      ? { value: value as T }
      : { refused: `must be one of ${choices.join(', ')}` };

const components = {
  Prompt: {},
  Step: {
    mode: oneOf(Object.keys(stepModes) as StepMode[]),
    minutes: whole(1, 90),
    title: text(80),
    turn: { optional: whole(15, 1800) },
  },
  Write: { reveal: oneOf(reveals) },
  Example: { thin: text(140), good: text(140) },
  Listen: {},
  Scale: {
    question: text(160),
    low: text(60),
    high: text(60),
    steps: whole(3, 10),
    show: oneOf(showings),
  },
  Quote: { source: text(160) },
  Commit: {},
  Reflect: {},
  Facilitator: {},
  Note: { when: oneOf(noteMoments) },
} satisfies Record<string, Record<string, Take<Literal> | Optional<Literal>>>;

export type ComponentName = keyof typeof components;

type Rules<N extends ComponentName> = (typeof components)[N];
export type AttributesOf<N extends ComponentName> = {
  [A in keyof Rules<N> as Rules<N>[A] extends Take<Literal> ? A : never]: Rules<N>[A] extends Take<
    infer T
  >
    ? T
    : never;
} & {
  [A in keyof Rules<N> as Rules<N>[A] extends Optional<Literal>
    ? A
    : never]?: Rules<N>[A] extends Optional<infer T> ? T : never;
};

const isTag = (node: { type: string }): node is Tag =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

export const lineOf = (node: { position?: { start: { line: number } } | undefined }) =>
  node.position?.start.line ?? 1;

/** The component a node stands for; a problem when it is a tag no card may use; null for no tag. */
export function componentOf(node: {
  type: string;
}): { name: ComponentName; tag: Tag } | Problem | null {
  if (!isTag(node)) return null;
  const { name } = node;
  if (name && Object.hasOwn(components, name)) return { name: name as ComponentName, tag: node };
  const known = Object.keys(components).map((known) => `<${known}>`);
  return {
    line: lineOf(node),
    reason: `<${name ?? ''}> is not a part of a card; there are ${known.join(', ')}`,
  };
}

/** The attributes of a tag, or null after reporting each that is wrong. */
export function attributesOf<N extends ComponentName>(
  name: N,
  tag: Tag,
  report: (problem: Problem) => void,
): AttributesOf<N> | null {
  const rules: Record<string, Take<Literal> | Optional<Literal>> = components[name];
  const values: Record<string, Literal> = {};
  let sound = true;
  const refuse = (line: number, reason: string) => {
    sound = false;
    report({ line, reason });
  };

  const given = new Set<string>();
  for (const attribute of tag.attributes) {
    const line = lineOf(attribute.position ? attribute : tag);
    if (attribute.type !== 'mdxJsxAttribute') {
      refuse(line, `<${name}> spreads attributes; write them out`);
      continue;
    }
    const rule = Object.hasOwn(rules, attribute.name) ? rules[attribute.name] : undefined;
    if (!rule) {
      refuse(line, `<${name}> has no attribute ${attribute.name}`);
      continue;
    }
    if (given.has(attribute.name)) {
      refuse(line, `<${name}> has ${attribute.name} twice`);
      continue;
    }
    given.add(attribute.name);
    const literal = literalOf(attribute.value);
    if (literal === null) {
      refuse(line, `${attribute.name} of <${name}> must be a literal: "words" or {5}`);
      continue;
    }
    const taken = 'optional' in rule ? rule.optional(literal) : rule(literal);
    if ('refused' in taken) refuse(line, `${attribute.name} of <${name}> ${taken.refused}`);
    else values[attribute.name] = taken.value;
  }
  for (const [wanted, rule] of Object.entries(rules)) {
    if (!given.has(wanted) && !('optional' in rule)) {
      refuse(lineOf(tag), `<${name}> lacks ${wanted}`);
    }
  }
  return sound ? (values as AttributesOf<N>) : null;
}

function literalOf(value: string | { value: string } | null | undefined): Literal | null {
  if (typeof value === 'string') return value;
  const inBraces = value?.value.trim() ?? '';
  return /^\d{1,4}$/.test(inBraces) ? Number(inBraces) : null;
}
