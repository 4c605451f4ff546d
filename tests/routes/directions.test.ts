import { Parser } from 'htmlparser2';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { db } from '#tests/support/set-up.ts';
import { makeFormWorld } from './form-world.ts';

const NAME = 'זפרה';

/** What people call themselves, their circles and what is in them. */
const TYPED: Record<string, string[]> = {
  person: ['name', 'what_i_do', 'company'],
  circle: ['name'],
  book: ['title', 'subtitle', 'author'],
  section: ['title'],
  thread: ['title'],
  session: ['title', 'place'],
  book_proposal: ['title', 'author'],
  shelf_book: ['title', 'author'],
};

/** What the style sheet sets apart when it holds a name and nothing else. */
const ISOLATING =
  /^(h[1-4]|a|b|cite|span|button|summary|legend|label|option|dt|dd|bdi|blockquote|textarea)$/;
const BLOCK =
  /^(p|div|li|td|th|h[1-6]|section|ul|ol|dl|nav|main|header|footer|form|article|details|body)$/;
const SPOKEN = ['aria-label', 'title', 'alt', 'data-tip'];

interface Part {
  tag: string;
  words: string;
  isApart: boolean;
  /** whether words or elements within its line stand beside its own words */
  hasMore: boolean;
}

const bare = (words: string) => words.replace(/\u2068[^\u2069]*\u2069/g, '');
/** What follows a name is what it turns. */
const isMixed = (words: string) => new RegExp(`${NAME}\\s*[^\\s${NAME}]`, 'u').test(bare(words));

/** Where a page lets a name turn what stands beside it. */
function turning(html: string): string[] {
  const found: string[] = [];
  const open: Part[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      for (const name of SPOKEN) {
        if (isMixed(attributes[name] ?? '')) found.push(`${name}="${attributes[name]}"`);
      }
      const parent = open.at(-1);
      if (parent && !BLOCK.test(tag) && !/^(svg|script|template)$/.test(tag)) parent.hasMore = true;
      const isApart = ISOLATING.test(tag) || attributes.dir === 'auto';
      open.push({ tag, words: '', isApart, hasMore: false });
    },
    ontext(text) {
      const part = open.at(-1);
      if (part) part.words += text;
    },
    onclosetag() {
      const part = open.pop();
      if (!part || /^(script|style|text|tspan|textarea)$/.test(part.tag)) return;
      const { words, isApart, hasMore } = part;
      if (isMixed(words) || (bare(words).includes(NAME) && hasMore && !isApart))
        found.push(`<${part.tag}> ${words}`);
    },
  });
  parser.end(html);
  return found;
}

test('a name that runs from right to left turns nothing of the sentence it stands in', async () => {
  const places = await makeFormWorld();
  for (const [table, columns] of Object.entries(TYPED)) {
    const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${NAME}`));
    await sql`update ${sql.table(table)} set ${set}`.execute(db);
  }
  const found = new Set<string>();
  let named = 0;
  for (const { who, path } of places) {
    const { body } = await ask(path, { cookie: who ? await signInCookie(who) : '' });
    if (body.includes(NAME)) named++;
    const shape = path.replace(/[0-9a-z-]*\d[0-9a-z-]*/g, '…');
    for (const one of turning(body)) found.add(`${shape}: ${one}`);
  }
  expect(named).toBeGreaterThan(60);
  expect([...found]).toEqual([]);
}, 180_000);
