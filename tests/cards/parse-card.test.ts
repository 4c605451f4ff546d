import { expect, test } from 'vitest';
import { parseCard } from '#app/cards/files/rules/parse-card.server.ts';
import { soundCard, spoilt } from './card-text.ts';

test('A sound card becomes plain data', () => {
  expect(parseCard(soundCard)).toEqual({
    ok: true,
    card: {
      title: 'What arrived late',
      kind: 'discussion',
      minutes: 12,
      people: [3, 8],
      for: 'Circles that keep meeting the same surprise',
      books: ['Thinking in Systems'],
      source: null,
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
            { kind: 'scale', question: 'How late was it?', low: 'A day', high: 'A year', steps: 5 },
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
        { kind: 'facilitator', html: '<p>Read your own first.</p>' },
      ],
    },
  });
});

test('A card without a facilitator’s note, and with a scale by itself, is sound too', () => {
  const scale = '<Scale question="How was it?" low="Dull" high="Alive" steps={3} />';
  const card = spoilt('<Facilitator>\nRead your own first.\n</Facilitator>', scale);
  const result = parseCard(card);
  expect(result.ok && result.card.blocks.at(-1)).toEqual({
    kind: 'scale',
    question: 'How was it?',
    low: 'Dull',
    high: 'Alive',
    steps: 3,
  });
});

test('Line ends of Windows and a byte order mark change nothing', () => {
  const windows = parseCard(`\ufeff${soundCard.replace(/\n/g, '\r\n')}`);
  expect(windows.ok && windows.card.blocks.length).toBe(6);
});

const mode = '<Step mode="trios" minutes={8} title="Tell it">';
const scale = '<Scale question="How late was it?" low="A day" high="A year" steps={5} />';
const words = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`).join(' ');

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
  ['too few people', 'people: [3, 8]', 'people: [1, 8]', 5, /from 2 to 12/],
  ['too many people', 'people: [3, 8]', 'people: [3, 13]', 5, /from 2 to 12/],
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
  // parts
  [
    'no prompt',
    '<Prompt>Most surprises at work sit far from their cause.</Prompt>',
    '',
    13,
    /begins with its <Prompt>/,
  ],
  [
    'an empty prompt',
    'Most surprises at work sit far from their cause.',
    '',
    11,
    /<Prompt> is empty/,
  ],
  [
    'two prompts',
    '<Reflect>Who saw it before you?</Reflect>',
    '<Prompt>Again.</Prompt>',
    30,
    /one <Prompt>/,
  ],
  ['words outside a part', '<Reflect>', 'Well then.\n\n<Reflect>', 30, /must stand inside/],
  [
    'an unknown part',
    '<Reflect>Who saw it before you?</Reflect>',
    '<Video>x</Video>',
    30,
    /<Video> is not a part/,
  ],
  [
    'HTML',
    '<Reflect>Who saw it before you?</Reflect>',
    '<script>alert(1)</script>',
    30,
    /<script> is not a part/,
  ],
  [
    'HTML inside a part',
    'Four minutes each.',
    'Four <b>minutes</b> each.',
    27,
    /<b> is not a part/,
  ],
  [
    'a part inside a part',
    'Four minutes each.',
    '<Reflect>Four.</Reflect>',
    27,
    /<Reflect> cannot stand here/,
  ],
  [
    'an inherited name as a part',
    '<Reflect>Who saw it before you?</Reflect>',
    '<toString>x</toString>',
    30,
    /<toString> is not a part/,
  ],
  ['a fragment', '<Reflect>Who saw it before you?</Reflect>', '<>x</>', 30, /<> is not a part/],
  ['a part left open', '</Reflect>', '', 30, /closing tag/],
  ['an HTML comment', '<Reflect>', '<!-- later -->\n\n<Reflect>', 30, /comment/],
  [
    'an import',
    '<Prompt>Most',
    'import fs from "node:fs"\n\n<Prompt>Most',
    11,
    /import and export/,
  ],
  ['an export', '<Prompt>Most', 'export const a = 1\n\n<Prompt>Most', 11, /import and export/],
  ['an expression', 'Four minutes each.', 'Four {1 + 1} minutes.', 27, /expressions in braces/],
  [
    'an expression by itself',
    '<Reflect>',
    '{process.exit()}\n\n<Reflect>',
    30,
    /expressions in braces/,
  ],
  ['an expression that does not parse', 'Four minutes each.', 'Four {minutes.', 27, /expression/],
  ['a heading', 'Four minutes each.', '## Four', 27, /headings/],
  ['a link', 'Four minutes each.', '[Four](https://example.org)', 27, /links/],
  ['an image', 'Four minutes each.', '![Four](four.png)', 27, /images/],
  ['code', 'Four minutes each.', '```js\nfour\n```', 27, /code/],
  ['a quotation in Markdown', 'Four minutes each.', '> Four', 27, /<Quote/],
  // attributes
  [
    'an unknown attribute',
    mode,
    '<Step mode="trios" minutes={8} title="Tell it" id="x">',
    26,
    /no attribute id/,
  ],
  ['a handler', '<Reflect>', '<Reflect onClick="x">', 30, /no attribute onClick/],
  ['spread attributes', mode, '<Step {...x}>', 26, /spreads/],
  [
    'an attribute twice',
    mode,
    '<Step mode="trios" mode="pairs" minutes={8} title="Tell it">',
    26,
    /mode twice/,
  ],
  ['a missing attribute', mode, '<Step mode="trios" minutes={8}>', 26, /<Step> lacks title/],
  [
    'an unknown mode',
    mode,
    '<Step mode="quartets" minutes={8} title="Tell it">',
    26,
    /mode of <Step> must be one of alone/,
  ],
  [
    'a mode every object has',
    mode,
    '<Step mode="valueOf" minutes={8} title="Tell it">',
    26,
    /must be one of/,
  ],
  [
    'minutes in quotes',
    mode,
    '<Step mode="trios" minutes="8" title="Tell it">',
    26,
    /minutes of <Step> must be a whole number/,
  ],
  [
    'minutes that are calculated',
    mode,
    '<Step mode="trios" minutes={4 + 4} title="Tell it">',
    26,
    /literal/,
  ],
  [
    'no minutes at all',
    mode,
    '<Step mode="trios" minutes={0} title="Tell it">',
    26,
    /from 1 to 90/,
  ],
  ['a title in braces', mode, '<Step mode="trios" minutes={8} title={"Tell it"}>', 26, /literal/],
  [
    'an empty title of a step',
    mode,
    '<Step mode="trios" minutes={8} title=" ">',
    26,
    /title of <Step> is empty/,
  ],
  ['a scale of two', scale, scale.replace('{5}', '{2}'), 17, /from 3 to 10/],
  ['a scale without an end', scale, scale.replace('high="A year" ', ''), 17, /<Scale> lacks high/],
  ['a quotation by nobody', ' source="A colleague"', '', 13, /<Quote> lacks source/],
  // the whole
  [
    'a facilitator’s note in the middle',
    '<Reflect>Who',
    '<Facilitator>Wait.</Facilitator>\n\n<Reflect>Who',
    34,
    /one <Facilitator>/,
  ],
  [
    'something after the note',
    '\n</Facilitator>',
    '\n</Facilitator>\n\n<Reflect>Why?</Reflect>',
    32,
    /<Facilitator> comes last/,
  ],
  ['180 words', 'Four minutes each.', words(144), 11, /180 words/],
  [
    'six steps',
    '<Reflect>',
    `${'<Step mode="alone" minutes={1} title="More">x</Step>\n\n'.repeat(4)}<Reflect>`,
    36,
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
  const result = parseCard(spoilt(passage, by));
  const problems = result.ok ? [] : result.problems;
  expect(problems).toContainEqual({ line, reason: expect.stringMatching(reason) });
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
  expect(result.ok ? [] : result.problems.map(({ line }) => line)).toEqual([3, 26]);
});

test('Angle brackets in words stay words', () => {
  const result = parseCard(
    spoilt('Four minutes each.', 'One \\< two \\& &lt;img src=x onerror=1&gt;.'),
  );
  const step = result.ok ? result.card.blocks[3] : undefined;
  const html = '<p>One &#x3C; two &#x26; &#x3C;img src=x onerror=1>.</p>';
  expect(step).toMatchObject({ parts: [{ kind: 'passage', html }] });
});
