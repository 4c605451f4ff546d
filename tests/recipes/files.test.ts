import { execFile } from 'node:child_process';
import { rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLibrary } from '#app/cards/files/queries/library.server.ts';
import { readRecipes, recipesOf } from '#app/recipes/files/queries/folder.server.ts';
import { timeOfRecipe } from '#app/recipes/rules/recipe.ts';
import { cardCalled, deckFile, folderOf } from '../cards/decks-folder.ts';

const sound = `title: First delays
minutes: 30
people: [3, 8]
for: a circle that waits
about: [trust]
items:
  - card: delays/slow
    keep: true
    why: It is what it is about.
  - title: Tea
    minutes: 5
`;

const deck = {
  'decks/delays/deck.json': deckFile(),
  'decks/delays/slow.mdx': cardCalled('Slow'),
  'decks/delays/slower.mdx': cardCalled('Slower'),
};

async function read(files: Record<string, string>) {
  const folder = await folderOf({ ...deck, ...files });
  const library = await readLibrary(join(folder, 'decks'));
  return { folder, ...(await readRecipes(join(folder, 'recipes'), library)) };
}

test('Every shipped recipe can be put on: enough of them, with time to spare', async () => {
  const library = await readLibrary('content/decks');
  const { recipes, problems } = await readRecipes('content/recipes', library);
  expect(problems).toEqual([]);
  expect(recipes.length).toBeGreaterThanOrEqual(12);
  expect(recipes.filter(({ minutes }) => minutes === 90).length).toBeGreaterThanOrEqual(5);
  for (const recipe of recipes) {
    expect(recipe.minutes - timeOfRecipe(recipe)).toBeGreaterThanOrEqual(3);
    expect(recipe.items.some(({ keep }) => keep)).toBe(true);
  }
  expect(new Set(recipes.map(({ when }) => when))).toEqual(
    new Set([null, 'first', 'middle', 'last']),
  );
});

test('A recipe is read with its cards, their steps and the time they take', async () => {
  const { recipes, problems } = await read({ 'recipes/first.yaml': sound });
  expect(problems).toEqual([]);
  expect(recipes).toMatchObject([
    {
      slug: 'first',
      title: 'First delays',
      when: null,
      items: [
        {
          deck: 'delays',
          card: 'slow',
          title: 'Slow',
          minutes: 12,
          keep: true,
          kind: 'discussion',
        },
        { deck: null, card: null, title: 'Tea', minutes: 5, keep: false, why: null },
      ],
    },
  ]);
  const [recipe] = recipes;
  if (!recipe) throw new Error('No recipe was read.');
  // twelve and five, into trios and out of them
  expect(timeOfRecipe(recipe)).toBe(21);
});

test.each([
  ['a card there is none of', 'delays/slow', 'delays/fast', 7, /no card delays\/fast/],
  [
    'minutes that do not add up',
    'minutes: 30',
    'minutes: 23',
    2,
    /take 21 minutes.*3 are to be left of 23/,
  ],
  ['a card twice', '  - title: Tea\n    minutes: 5', '  - card: delays/slow', 6, /a card twice/],
  ['a tag nobody knows', '[trust]', '[trust, astrology]', 5, /“astrology”, which is no tag/],
  [
    'a key nobody knows',
    'minutes: 5',
    'minutes: 5\n    colour: red',
    12,
    /a key that is not known: colour/,
  ],
  ['no title', 'title: First delays\n', '', 1, /lacks title/],
  ['an item without minutes', '    minutes: 5\n', '', 10, /lacks minutes/],
  [
    'words for a card of another group',
    '[3, 8]',
    '[2, 8]',
    7,
    /is for 3 to 8 people, the recipe for 2 to 8/,
  ],
  ['too long a why', 'It is what it is about.', 'x'.repeat(121), 9, /why is longer than 120/],
  [
    'a moment nobody knows',
    'about:',
    'when: soon\nabout:',
    5,
    /when must be one of first, middle, last/,
  ],
  ['two hours and a half too much', 'minutes: 30', 'minutes: 330', 2, /from 20 to 180/],
  ['keep in words', 'keep: true', 'keep: surely', 8, /keep must be true or false/],
  ['no YAML', 'First delays', 'First: delays', 1, /is not YAML/],
  ['a round of asks', 'delays/slow', 'ask-round/one-ask-each', 7, /set at its session/],
])('A recipe with %s is refused with its line and why', async (_, passage, by, line, reason) => {
  const round = {
    'decks/ask-round/deck.json': deckFile({ title: 'Round' }),
    'decks/ask-round/one-ask-each.mdx': cardCalled('One ask each'),
  };
  const spoilt = sound.replace(passage, by);
  expect(spoilt).not.toBe(sound);
  const { recipes, problems } = await read({
    ...round,
    'recipes/broken.yaml': spoilt,
    'recipes/sound.yaml': sound.replace('First delays', 'Second delays'),
  });
  expect(problems).toMatchObject([
    { file: 'broken.yaml', line, reason: expect.stringMatching(reason) },
  ]);
  expect(recipes.map(({ slug }) => slug)).toEqual(['sound']);
});

test('What is no recipe is named, and hidden files are nobody’s', async () => {
  const { recipes, problems } = await read({
    'recipes/.DS_Store': 'left by Finder',
    'recipes/notes.txt': 'x',
    'recipes/Capital Letters.yaml': sound,
  });
  expect(recipes).toEqual([]);
  expect(problems).toMatchObject([
    { file: 'Capital Letters.yaml', reason: expect.stringMatching(/cannot be an address/) },
    { file: 'notes.txt', reason: 'a recipe is a .yaml file' },
  ]);
});

test('Recipes are kept once read, looked at again where they are watched, and warned of once', async () => {
  const { folder } = await read({ 'recipes/first.yaml': sound });
  const warned: string[] = [];
  const options = { warn: ({ reason }: { reason: string }) => void warned.push(reason) };
  const decks = () => readLibrary(join(folder, 'decks'));
  const kept = recipesOf(join(folder, 'recipes'), { watch: false, ...options }, decks);
  const watched = recipesOf(join(folder, 'recipes'), { watch: true, ...options }, decks);
  expect((await kept()).recipes).toHaveLength(1);
  expect((await watched()).recipes).toHaveLength(1);
  const file = join(folder, 'recipes/first.yaml');
  await writeFile(file, sound.replace('delays/slow', 'delays/gone'));
  await utimes(file, new Date(), new Date(Date.now() + 5000));
  expect((await kept()).recipes).toHaveLength(1);
  expect((await watched()).recipes).toHaveLength(0);
  expect((await watched()).recipes).toHaveLength(0);
  expect(warned).toEqual(['there is no card delays/gone']);
});

test('A recipe whose card leaves its deck is not there any more', async () => {
  const { folder } = await read({ 'recipes/first.yaml': sound });
  await rm(join(folder, 'decks/delays/slow.mdx'));
  const library = await readLibrary(join(folder, 'decks'));
  const { recipes, problems } = await readRecipes(join(folder, 'recipes'), library);
  expect(recipes).toEqual([]);
  expect(problems).toMatchObject([{ line: 7, reason: 'there is no card delays/slow' }]);
});

test('A folder that is not there costs its recipes and is warned of', async () => {
  const warned: string[] = [];
  const recipes = recipesOf('/nowhere/recipes', {
    watch: false,
    warn: ({ reason }) => void warned.push(reason),
  });
  expect((await recipes()).recipes).toEqual([]);
  expect(warned).toEqual(['the folder of recipes could not be read (ENOENT)']);
});

test('The check names file, line and reason of a broken recipe, and fails', async () => {
  const { folder } = await read({
    'recipes/first.yaml': sound.replace('delays/slow', 'delays/fast'),
  });
  const { code, said } = await new Promise<{ code: unknown; said: string }>((done) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'tests/check-cards.ts', join(folder, 'decks')],
      (error, said) => done({ code: error?.code ?? 0, said }),
    );
  });
  expect(code).toBe(1);
  expect(said).toContain(`${join(folder, 'recipes/first.yaml')}:7: there is no card delays/fast`);
  expect(said).toContain('\n0 recipes');
});
