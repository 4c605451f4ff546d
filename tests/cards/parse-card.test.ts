import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseCard } from '#app/cards/files/rules/parse-card.server.ts';
import { refusalOf, soundCard, spoilt, words } from './card-text.ts';

test('A sound card becomes plain data', () => {
  expect(parseCard(soundCard)).toMatchObject({
    ok: true,
    card: {
      title: 'What arrived late',
      kind: 'discussion',
      minutes: 12,
      people: [3, 8],
      for: 'Circles that keep meeting the same surprise',
      books: ['Thinking in Systems'],
      source: null,
      about: ['trust', 'results'],
      notch: 2,
      needs: [],
      chapter: [],
      sitting: null,
      after: [],
      pairsWith: [],
      lang: 'en',
      blocks: [
        { kind: 'prompt', html: '<p>Most surprises at work sit far from their cause.</p>' },
        {
          kind: 'quote',
          html: '<p>It was quiet. Too <em>quiet</em>.</p>',
          source: 'A colleague',
        },
        {
          kind: 'step',
          mode: 'alone',
          minutes: 4,
          title: 'Write',
          parts: [
            {
              kind: 'scale',
              question: 'How late was it?',
              low: 'A day',
              high: 'A year',
              steps: 5,
              show: 'private',
            },
            {
              kind: 'passage',
              html: '<p>Name <strong>one</strong> decision.</p>\n<ul>\n<li>What arrived?</li>\n<li>When?</li>\n</ul>',
            },
          ],
        },
        {
          kind: 'step',
          mode: 'trios',
          minutes: 8,
          title: 'Tell it',
          parts: [{ kind: 'passage', html: '<p>Four minutes each.</p>' }],
        },
        { kind: 'reflect', html: '<p>Who saw it before you?</p>' },
        { kind: 'facilitator', html: '<p>Read your own first.</p>', notes: [] },
      ],
    },
  });
});

test('A card without a facilitator’s note, and with a scale by itself, is sound too', () => {
  const scale = '<Scale question="How was it?" low="Dull" high="Alive" steps={3} show="fingers" />';
  const card = spoilt('<Facilitator>\nRead your own first.\n</Facilitator>', scale);
  const result = parseCard(card);
  expect(result.ok && result.card.blocks.at(-1)).toEqual({
    kind: 'scale',
    question: 'How was it?',
    low: 'Dull',
    high: 'Alive',
    steps: 3,
    show: 'fingers',
  });
});

test('Line ends of Windows and a byte order mark change nothing', () => {
  const windows = parseCard(`\ufeff${soundCard.replace(/\n/g, '\r\n')}`);
  expect(windows.ok && windows.card.blocks.length).toBe(6);
});

const mode = '<Step mode="trios" minutes={8} title="Tell it">';
const scale =
  '<Scale question="How late was it?" low="A day" high="A year" steps={5} show="private" />';

const refusals: [name: string, passage: string, by: string, line: number, reason: RegExp][] = [
  // front matter
  ['no front matter', soundCard.slice(0, soundCard.indexOf('<Prompt>')), '', 1, /front matter/],
  ['bad YAML', 'people: [3, 8]', 'people: [3, 8', 6, /not YAML/],
  ['a colon that YAML reads', 'for: Circles', 'for: Chapter 2: circles', 6, /not YAML/],
  ['a key twice', 'minutes: 12', 'minutes: 12\nminutes: 12', 5, /not YAML/],
  ['YAML that is a list', soundCard.slice(4, soundCard.indexOf('---\n\n')), '- a\n', 2, /no keys/],
  ['a missing key', 'source: null\n', '', 2, /lacks source/],
  ['an unknown key', 'books:', 'colour: red\nbooks:', 7, /key that is not known: colour/],
  ['an unknown kind', 'kind: discussion', 'kind: quiz', 3, /kind must be one of opener/],
  ['an empty title', 'title: What arrived late', 'title: ""', 2, /title is empty/],
  ['a title that is no text', 'title: What arrived late', 'title: 7', 2, /title must be words/],
  ['a long title', 'title: What', `title: ${'W'.repeat(80)}`, 2, /title is longer/],
  ['minutes in words', 'minutes: 12', 'minutes: twelve', 4, /minutes must be a whole number/],
  ['half minutes', 'minutes: 12', 'minutes: 12.5', 4, /minutes must be a whole number/],
  [
    'minutes that are not the sum',
    'minutes: 12',
    'minutes: 15',
    4,
    /15 and the steps add up to 12/,
  ],
  ['too few people', 'people: [3, 8]', 'people: [0, 8]', 5, /from 1 to 12/],
  ['too many people', 'people: [3, 8]', 'people: [3, 13]', 5, /from 1 to 12/],
  ['people the wrong way round', 'people: [3, 8]', 'people: [8, 3]', 5, /smaller number/],
  ['people as one number', 'people: [3, 8]', 'people: 8', 5, /two whole numbers/],
  [
    'books as a name',
    'books: ["Thinking in Systems"]',
    'books: Meadows',
    7,
    /books must be a list/,
  ],
  ['source as a list', 'source: null', 'source: [a]', 8, /source must be words/],
  ['no tag at all', 'about: [trust, results]', 'about: []', 9, /one to six tags/],
  ['seven tags', 'about: [trust, results]', 'about: [a, b, c, d, e, f, g]', 9, /one to six/],
  ['a tag twice', 'about: [trust, results]', 'about: [trust, trust]', 9, /a tag twice/],
  ['about as a word', 'about: [trust, results]', 'about: trust', 9, /about must be a list/],
  ['no about', 'about: [trust, results]\n', '', 2, /lacks about/],
  ['no notch', 'notch: 2\n', '', 2, /lacks notch/],
  ['a fourth notch', 'notch: 2', 'notch: 4', 10, /notch must be 1, 2 or 3/],
  ['an unknown need', 'notch: 2', 'notch: 2\nneeds: [tea]', 11, /needs must be of agreement/],
  ['a chapter that is no list', 'notch: 2', 'notch: 2\nchapter: 4', 11, /chapter must be a list/],
  ['chapter zero', 'notch: 2', 'notch: 2\nchapter: [0]', 11, /chapter must be a list/],
  ['half a sitting', 'notch: 2', 'notch: 2\nsitting: 1.5', 11, /sitting must be a whole/],
  ['a card by its title', 'notch: 2', 'notch: 2\nafter: [Running low]', 11, /as deck\/card/],
  ['a card twice', 'notch: 2', 'notch: 2\npairs-with: [a/b, a/b]', 11, /a card twice/],
  ['no language', 'notch: 2', 'notch: 2\nlang: english words', 11, /lang must be a language/],
  // parts
  [
    'no prompt',
    '<Prompt>Most surprises at work sit far from their cause.</Prompt>',
    '',
    15,
    /begins with its <Prompt>/,
  ],
  [
    'an empty prompt',
    'Most surprises at work sit far from their cause.',
    '',
    13,
    /<Prompt> is empty/,
  ],
  [
    'two prompts',
    '<Reflect>Who saw it before you?</Reflect>',
    '<Prompt>Again.</Prompt>',
    32,
    /one <Prompt>/,
  ],
  ['words outside a part', '<Reflect>', 'Well then.\n\n<Reflect>', 32, /must stand inside/],
  [
    'an unknown part',
    '<Reflect>Who saw it before you?</Reflect>',
    '<Video>x</Video>',
    32,
    /<Video> is not a part/,
  ],
  [
    'HTML',
    '<Reflect>Who saw it before you?</Reflect>',
    '<script>alert(1)</script>',
    32,
    /<script> is not a part/,
  ],
  [
    'HTML inside a part',
    'Four minutes each.',
    'Four <b>minutes</b> each.',
    29,
    /<b> is not a part/,
  ],
  [
    'a part inside a part',
    'Four minutes each.',
    '<Reflect>Four.</Reflect>',
    29,
    /<Reflect> cannot stand here/,
  ],
  [
    'an inherited name as a part',
    '<Reflect>Who saw it before you?</Reflect>',
    '<toString>x</toString>',
    32,
    /<toString> is not a part/,
  ],
  ['a fragment', '<Reflect>Who saw it before you?</Reflect>', '<>x</>', 32, /<> is not a part/],
  ['a part left open', '</Reflect>', '', 32, /closing tag/],
  ['an HTML comment', '<Reflect>', '<!-- later -->\n\n<Reflect>', 32, /comment/],
  [
    'an import',
    '<Prompt>Most',
    'import fs from "node:fs"\n\n<Prompt>Most',
    13,
    /import and export/,
  ],
  ['an export', '<Prompt>Most', 'export const a = 1\n\n<Prompt>Most', 13, /import and export/],
  ['an expression', 'Four minutes each.', 'Four {1 + 1} minutes.', 29, /expressions in braces/],
  [
    'an expression by itself',
    '<Reflect>',
    '{process.exit()}\n\n<Reflect>',
    32,
    /expressions in braces/,
  ],
  ['an expression that does not parse', 'Four minutes each.', 'Four {minutes.', 29, /expression/],
  ['a heading', 'Four minutes each.', '## Four', 29, /headings/],
  ['a link', 'Four minutes each.', '[Four](https://example.org)', 29, /links/],
  ['an image', 'Four minutes each.', '![Four](four.png)', 29, /images/],
  ['code', 'Four minutes each.', '```js\nfour\n```', 29, /code/],
  ['a quotation in Markdown', 'Four minutes each.', '> Four', 29, /<Quote/],
  // attributes
  [
    'an unknown attribute',
    mode,
    '<Step mode="trios" minutes={8} title="Tell it" id="x">',
    28,
    /no attribute id/,
  ],
  ['a handler', '<Reflect>', '<Reflect onClick="x">', 32, /no attribute onClick/],
  ['spread attributes', mode, '<Step {...x}>', 28, /spreads/],
  [
    'an attribute twice',
    mode,
    '<Step mode="trios" mode="pairs" minutes={8} title="Tell it">',
    28,
    /mode twice/,
  ],
  ['a missing attribute', mode, '<Step mode="trios" minutes={8}>', 28, /<Step> lacks title/],
  [
    'an unknown mode',
    mode,
    '<Step mode="quartets" minutes={8} title="Tell it">',
    28,
    /mode of <Step> must be one of alone/,
  ],
  [
    'a mode every object has',
    mode,
    '<Step mode="valueOf" minutes={8} title="Tell it">',
    28,
    /must be one of/,
  ],
  [
    'minutes in quotes',
    mode,
    '<Step mode="trios" minutes="8" title="Tell it">',
    28,
    /minutes of <Step> must be a whole number/,
  ],
  [
    'minutes that are calculated',
    mode,
    '<Step mode="trios" minutes={4 + 4} title="Tell it">',
    28,
    /literal/,
  ],
  [
    'no minutes at all',
    mode,
    '<Step mode="trios" minutes={0} title="Tell it">',
    28,
    /from 1 to 90/,
  ],
  ['a title in braces', mode, '<Step mode="trios" minutes={8} title={"Tell it"}>', 28, /literal/],
  [
    'an empty title of a step',
    mode,
    '<Step mode="trios" minutes={8} title=" ">',
    28,
    /title of <Step> is empty/,
  ],
  ['a scale of two', scale, scale.replace('{5}', '{2}'), 19, /from 3 to 10/],
  ['a scale without an end', scale, scale.replace('high="A year" ', ''), 19, /<Scale> lacks high/],
  ['a quotation by nobody', ' source="A colleague"', '', 15, /<Quote> lacks source/],
  // the whole
  [
    'a facilitator’s note in the middle',
    '<Reflect>Who',
    '<Facilitator>Wait.</Facilitator>\n\n<Reflect>Who',
    36,
    /one <Facilitator>/,
  ],
  [
    'something after the note',
    '\n</Facilitator>',
    '\n</Facilitator>\n\n<Reflect>Why?</Reflect>',
    34,
    /<Facilitator> comes last/,
  ],
  ['180 words', 'Four minutes each.', words(144), 13, /180 words/],
  [
    'six steps',
    '<Reflect>',
    `${'<Step mode="alone" minutes={1} title="More">x</Step>\n\n'.repeat(4)}<Reflect>`,
    38,
    /at most 5 steps/,
  ],
  [
    'a file that never ends',
    'Four minutes each.',
    '*_['.repeat(10_000),
    1,
    /at most 12000 characters/,
  ],
];

test.each(refusals)('Refused with its line: %s', (_, passage, by, line, reason) => {
  expect(refusalOf(passage, by)).toContainEqual({ line, reason: expect.stringMatching(reason) });
});

test('179 words are not too many', () => {
  expect(parseCard(spoilt('Four minutes each.', words(143))).ok).toBe(true);
});

test('A card without steps is refused', () => {
  const from = soundCard.indexOf('<Step');
  const result = parseCard(spoilt(soundCard.slice(from, soundCard.lastIndexOf('</Step>') + 7), ''));
  const reason = 'a card has at least one <Step>';
  expect(result.ok ? [] : result.problems).toContainEqual({ line: expect.any(Number), reason });
});

test('An empty file is refused', () => {
  const reason = 'a card begins with its front matter between two lines of ---';
  expect(parseCard('')).toMatchObject({ ok: false, problems: [{ line: 1, reason }] });
});

test('All that is wrong is told at once, in the order of the file', () => {
  const card = spoilt('kind: discussion', 'kind: quiz').replace('mode="trios"', 'mode="quartets"');
  const result = parseCard(card);
  expect(result.ok ? [] : result.problems.map(({ line }) => line)).toEqual([3, 28]);
});

test('Angle brackets in words stay words', () => {
  const result = parseCard(
    spoilt('Four minutes each.', 'One \\< two \\& &lt;img src=x onerror=1&gt;.'),
  );
  const step = result.ok ? result.card.blocks[3] : undefined;
  const html = '<p>One &#x3C; two &#x26; &#x3C;img src=x onerror=1>.</p>';
  expect(step).toMatchObject({ parts: [{ kind: 'passage', html }] });
});

test('The card that stands in README is one', async () => {
  const readme = await readFile('README.md', 'utf8');
  const [, card] = /```mdx\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(parseCard(card ?? '')).toMatchObject({ ok: true, card: { title: 'Where is the delay?' } });
});
