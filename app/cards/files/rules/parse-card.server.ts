import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Card, CardBlock } from '#app/cards/rules/card.ts';
import { blocksOf, type PlacedBlock } from './body.server.ts';
import { lineOf } from './components.server.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.server.ts';
import type { Problem } from './problem.ts';
import { shapeProblems } from './shape.ts';

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkMdx);

/** Far above any card worth reading, and small enough that no file can stall the parser. */
const MAX_CHARACTERS = 12_000;

export type ParsedCard = Omit<Card, 'deck' | 'slug'>;
export type ParseResult = { ok: true; card: ParsedCard } | { ok: false; problems: Problem[] };

/** Reads the text of an .mdx file. Nothing in it is ever run. Problems are in order of their line. */
export function parseCard(source: string): ParseResult {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);

  const tree = treeOf(source, report);
  const read = tree && frontOf(tree, report);
  const placed = tree && blocksOf(tree, report);
  if (read && placed) {
    shapeProblems(placed, { minutes: read.front.minutes, line: read.minutesLine }).forEach(report);
    if (problems.length === 0) return { ok: true, card: cardOf(read.front, placed) };
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
  read.problems.forEach(report);
  return read.front && read;
}

function cardOf({ people, ...front }: FrontMatter, placed: PlacedBlock[]): ParsedCard {
  const blocks: CardBlock[] = placed.map(({ block }) => block);
  return { ...front, people: [people[0], people[1]], blocks };
}

// remark-mdx throws a VFileMessage; anything else is a fault of ours and still only this card's.
function syntaxProblem(error: unknown): Problem {
  const { line, reason, message } = error as { line?: number; reason?: string; message?: string };
  return { line: line ?? 1, reason: reason ?? message ?? 'it could not be read' };
}
