import { expect, test } from 'vitest';
import { parseCard } from '#app/cards/files/rules/parse-card.server.ts';
import { refusalOf, spoilt, words } from './card-text.ts';

const mode = '<Step mode="trios" minutes={8} title="Tell it">';
const scale =
  '<Scale question="How late was it?" low="A day" high="A year" steps={5} show="private" />';

test.each<[name: string, passage: string, by: string, line: number, reason: RegExp]>([
  ['a scale that shows nothing', scale, scale.replace(' show="private"', ''), 19, /lacks show/],
  ['a scale shown loudly', scale, scale.replace('"private"', '"loud"'), 19, /private, fingers/],
  [
    'a turn of a second',
    mode,
    '<Step mode="trios" minutes={8} title="Tell it" turn={1}>',
    28,
    /turn of <Step> must be a whole number from 15 to 1800/,
  ],
  [
    'three turns that do not fit',
    mode,
    '<Step mode="trios" minutes={8} title="Tell it" turn={161}>',
    28,
    /3 turns of 161 seconds do not fit into 8 minutes/,
  ],
  [
    'turns alone',
    '<Step mode="alone" minutes={4} title="Write">',
    '<Step mode="alone" minutes={4} title="Write" turn={60}>',
    17,
    /nobody takes turns alone/,
  ],
  ['writing that nobody sees', 'Four minutes each.', '<Write>A date.</Write>', 29, /lacks reveal/],
  [
    'writing for the world',
    'Four minutes each.',
    '<Write reveal="public">A date.</Write>',
    29,
    /reveal of <Write> must be one of me, group, all, together/,
  ],
  ['nothing to write', 'Four minutes each.', '<Write reveal="me"></Write>', 29, /<Write> is empty/],
  [
    'writing outside a step',
    '<Reflect>Who',
    '<Write reveal="me">A date.</Write>\n\n<Reflect>Who',
    32,
    /<Write> stands inside a <Step>/,
  ],
  [
    'writing with a part in it',
    'Four minutes each.',
    '<Write reveal="me"><Listen>x</Listen></Write>',
    29,
    /<Listen> cannot stand here/,
  ],
  [
    'writing in the middle of words',
    'Four minutes each.',
    'Four.\n<Write reveal="me">A date.</Write>',
    30,
    /an empty line around it/,
  ],
  [
    'an example with nothing to write',
    'Four minutes each.',
    '<Example thin="Late." good="On Tuesday." />',
    28,
    /under the <Write>/,
  ],
  [
    'an example above the writing',
    'Four minutes each.',
    '<Example thin="Late." good="On Tuesday." />\n\n<Write reveal="me">x</Write>',
    28,
    /under the <Write>/,
  ],
  [
    'an example with half of it',
    'Four minutes each.',
    '<Write reveal="me">x</Write>\n\n<Example thin="Late." />',
    31,
    /<Example> lacks good/,
  ],
  [
    'an example too long',
    'Four minutes each.',
    `<Write reveal="me">x</Write>\n\n<Example thin="${'x'.repeat(141)}" good="y" />`,
    31,
    /thin of <Example> is longer than 140/,
  ],
  [
    'an example that holds words',
    'Four minutes each.',
    '<Write reveal="me">x</Write>\n\n<Example thin="x" good="y">z</Example>',
    31,
    /<Example> holds no words/,
  ],
  [
    'one question to listen with',
    'Four minutes each.',
    '<Listen>\n- When?\n</Listen>',
    29,
    /exactly two questions/,
  ],
  [
    'three questions to listen with',
    'Four minutes each.',
    '<Listen>\n- When?\n- Who?\n- Why?\n</Listen>',
    29,
    /exactly two questions/,
  ],
  ['no list of questions', 'Four minutes each.', '<Listen>When?</Listen>', 29, /list of questions/],
  [
    'an act with attributes',
    '<Reflect>Who',
    '<Commit day="Monday">One act.</Commit>\n\n<Reflect>Who',
    32,
    /no attribute day/,
  ],
  ['an act of nothing', '<Reflect>Who', '<Commit></Commit>\n\n<Reflect>Who', 32, /is empty/],
  [
    'a note outside the facilitator’s',
    '<Reflect>Who',
    '<Note when="flat">Wait.</Note>\n\n<Reflect>Who',
    32,
    /<Note> stands inside <Facilitator>/,
  ],
  [
    'a note for no moment',
    'Read your own first.',
    '<Note when="late">Wait.</Note>',
    35,
    /when of <Note> must be one of flat, upset, dominates, numbers, remote/,
  ],
  [
    'two notes for a moment',
    'Read your own first.',
    '<Note when="flat">Wait.</Note>\n\n<Note when="flat">Ask.</Note>',
    34,
    /two notes for when="flat"/,
  ],
  [
    'a note of 46 words',
    'Read your own first.',
    `<Note when="flat">${words(46)}</Note>`,
    34,
    /46 words in the note for when="flat"; a note has at most 45/,
  ],
  [
    'a facilitator told 61 words at once',
    'Read your own first.',
    words(61),
    34,
    /61 words in <Facilitator> before its notes; at most 60/,
  ],
  [
    'words after the notes',
    'Read your own first.',
    '<Note when="flat">Wait.</Note>\n\nRead your own first.',
    34,
    /its own words stand before the notes/,
  ],
  ['a facilitator told nothing', '\nRead your own first.\n', '', 34, /<Facilitator> is empty/],
])('Refused with its line: %s', (_, passage, by, line, reason) => {
  expect(refusalOf(passage, by)).toContainEqual({ line, reason: expect.stringMatching(reason) });
});

test('A card may have all there is', () => {
  const card = spoilt('Four minutes each.', 'A part.')
    .replace('notch: 2', 'notch: 2\nneeds: [agreement, no-reports]\nchapter: [4, "Slack"]')
    .replace('notch: 2', 'notch: 2\nsitting: 2\nafter: [a/b]\npairs-with: [c/d, e/f]\nlang: pt-BR')
    .replace('people: [3, 8]', 'people: [1, 12]')
    .replace('title="Tell it"', 'title="Tell it" turn={160}')
    .replace(
      'A part.',
      `First, *alone*.

<Write reveal="together">
A **date**.
</Write>
<Example thin="We were late." good="On 3 May I told Ana." />

<Listen>
- *“When* was it?”

- “Who knew?”
</Listen>

Then swap.`,
    )
    .replace('<Reflect>', '<Commit>One act.</Commit>\n\n<Reflect>')
    .replace(
      'Read your own first.',
      'Read.\n\nOwn first.\n\n<Note when="upset">Stop.</Note>\n<Note when="remote">*Chat.*</Note>',
    );
  expect(parseCard(card)).toMatchObject({
    ok: true,
    lineOf: { about: 9, sitting: 11, after: 12, 'pairs-with': 13 },
    card: {
      people: [1, 12],
      needs: ['agreement', 'no-reports'],
      chapter: [4, 'Slack'],
      sitting: 2,
      after: ['a/b'],
      pairsWith: ['c/d', 'e/f'],
      lang: 'pt-BR',
      blocks: [
        { kind: 'prompt' },
        { kind: 'quote' },
        { kind: 'step' },
        {
          kind: 'step',
          turn: 160,
          parts: [
            { kind: 'passage', html: '<p>First, <em>alone</em>.</p>' },
            { kind: 'write', html: '<p>A <strong>date</strong>.</p>', reveal: 'together' },
            { kind: 'example', thin: 'We were late.', good: 'On 3 May I told Ana.' },
            { kind: 'listen', questions: ['<em>“When</em> was it?”', '“Who knew?”'] },
            { kind: 'passage', html: '<p>Then swap.</p>' },
          ],
        },
        { kind: 'commit', html: '<p>One act.</p>' },
        { kind: 'reflect' },
        {
          kind: 'facilitator',
          html: '<p>Read.</p>\n<p>Own first.</p>',
          notes: [
            { when: 'upset', html: '<p>Stop.</p>' },
            { when: 'remote', html: '<p><em>Chat.</em></p>' },
          ],
        },
      ],
    },
  });
});

test.each([
  ['pairs', '[3, 8]', 240, 241],
  ['trios', '[3, 8]', 160, 161],
  ['fours', '[3, 8]', 120, 121],
  ['rotating', '[3, 8]', 480, 481],
  ['presenter', '[3, 8]', 480, 481],
  ['circle', '[3, 8]', 60, 61],
  ['circle', '[3, 12]', 60, 61],
  ['circle', '[3, 5]', 96, 97],
  ['trios', '[2, 2]', 240, 241],
])(
  'In %s of %s people, turns of %i seconds fit into eight minutes, and no longer ones',
  (...of) => {
    const [mode, people, fits, tooLong] = of;
    const card = (turn: number) =>
      spoilt('mode="trios" minutes={8}', `mode="${mode}" minutes={8} turn={${turn}}`).replace(
        'people: [3, 8]',
        `people: ${people}`,
      );
    expect(parseCard(card(fits)).ok).toBe(true);
    expect(parseCard(card(tooLong)).ok).toBe(false);
  },
);

test('Words of every part for participants count, and the notes do not', () => {
  const parts = (count: number) => `<Write reveal="me">${words(40)}</Write>

<Example thin="one two" good="three four" />

<Listen>
- ${words(30)}
- ${words(30)}
</Listen>

${words(count)}`;
  const notes = `<Note when="flat">${words(45)}</Note>`;
  const card = (count: number) =>
    spoilt('Four minutes each.', parts(count))
      .replace('<Reflect>', '<Commit>One.</Commit>\n\n<Reflect>')
      .replace('Read your own first.', notes);
  expect(parseCard(card(38)).ok).toBe(true);
  expect(parseCard(card(39))).toMatchObject({ problems: [{ reason: /180 words/ }] });
});
