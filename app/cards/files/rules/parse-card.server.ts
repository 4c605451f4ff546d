import { createProcessor } from '@mdx-js/mdx';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import type { Card } from '#app/cards/rules/card.ts';
import { blocksOf, type PlacedBlock } from './body.server.ts';
import { lineOf } from './components.server.ts';
import { type FrontMatter, type LineOfKey, readFrontMatter } from './front-matter.server.ts';
import type { Problem } from './problem.ts';
import { shapeProblems } from './shape.ts';

const parser = createProcessor({ format: 'mdx', remarkPlugins: [[remarkFrontmatter, ['yaml']]] });

/** Far above any card worth reading, and small enough that no file can stall the parser. */
const MAX_CHARACTERS = 12_000;

export type ParsedCard = Omit<Card, 'deck' | 'slug'>;
/** `lineOf`: where the front matter says what. */
export type ParseResult =
  | { ok: true; card: ParsedCard; lineOf: Record<Reference, number> }
  | { ok: false; problems: Problem[] };

/** What a card says of things beside it. */
const references = ['about', 'sitting', 'after', 'pairs-with'] as const;
export type Reference = (typeof references)[number];

/** Reads the text of an .mdx file. Nothing in it is ever run. Problems are in order of their line. */
export function parseCard(source: string): ParseResult {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);

  const tree = treeOf(source, report);
  const read = tree && frontOf(tree, report);
  const placed = tree && blocksOf(tree, report);
  if (read && placed) {
    const { front, lineOf } = read;
    const said = { minutes: front.minutes, line: lineOf('minutes'), people: front.people };
    shapeProblems(placed, said).forEach(report);
    if (problems.length === 0) {
      return { ok: true, card: cardOf(front, placed), lineOf: linesOf(lineOf) };
    }
  }
  return { ok: false, problems: problems.sort((a, b) => a.line - b.line) };
}

function treeOf(source: string, report: (problem: Problem) => void): Root | null {
  if (source.length > MAX_CHARACTERS) {
    report({ line: 1, reason: `a card has at most ${MAX_CHARACTERS} characters` });
    return null;
  }
  try {
    return parser.parse(source);
  } catch (error) {
    report(syntaxProblem(error));
    return null;
  }
}

function frontOf(tree: Root, report: (problem: Problem) => void) {
  const [yaml] = tree.children;
  if (yaml?.type !== 'yaml') {
    report({ line: 1, reason: 'a card begins with its front matter between two lines of ---' });
    return null;
  }
  const read = readFrontMatter(yaml.value, lineOf(yaml));
  if (read.front) return read;
  read.problems.forEach(report);
  return null;
}

const cardOf = (
  { people: [fewest, most], 'pairs-with': pairsWith, ...front }: FrontMatter,
  placed: PlacedBlock[],
): ParsedCard => ({
  ...front,
  people: [fewest, most],
  pairsWith,
  blocks: placed.map(({ block }) => block),
});

const linesOf = (lineOf: LineOfKey) =>
  Object.fromEntries(references.map((key) => [key, lineOf(key)])) as Record<Reference, number>;

// The parser throws a VFileMessage; anything else is a fault of ours and still only this card's.
function syntaxProblem(error: unknown): Problem {
  const { line, reason, message } = error as { line?: number; reason?: string; message?: string };
  return { line: line ?? 1, reason: reason ?? message ?? 'it could not be read' };
}
