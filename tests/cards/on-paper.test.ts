import { afterAll, beforeAll, expect, test } from 'vitest';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { soundCard, spoilt } from './card-text.ts';
import { cardCalled, deckFile, folderOf } from './decks-folder.ts';

// The product reads the decks of the folder it is started in: here a card with all there is.
const started = process.cwd();
const NOTE = 'Read your own first.';
const MOMENT = 'Stop the round for a breath.';
const all = spoilt(
  'Four minutes each.',
  `Four minutes each.

<Listen>
- When did you know?
- Who else knew?
</Listen>`,
)
  .replace(NOTE, `${NOTE}\n\n<Note when="upset">${MOMENT}</Note>`)
  .replace('<Reflect>', '<Commit>One call.</Commit>\n\n<Reflect>');

const people = { member: '', facilitator: '' };
let read: (
  path: string,
  as?: keyof typeof people,
) => Promise<{ status: number; body: string; location: string | null }>;

beforeAll(async () => {
  const folder = await folderOf({
    'content/decks/delays/deck.json': deckFile({ cards: ['all', 'plain', 'broken'] }),
    'content/decks/delays/all.mdx': all,
    'content/decks/delays/plain.mdx': cardCalled('Plain'),
    'content/decks/delays/broken.mdx': soundCard.replace('kind: discussion', 'kind: nothing'),
  });
  process.chdir(folder);
  const { ask, signInCookie } = await import('#tests/support/ask.ts');
  const rui = await person('Rui');
  const { host } = await circleOf({ members: [rui] });
  people.member = await signInCookie(await viewer(rui));
  people.facilitator = await signInCookie(host.viewer);
  read = (path, as = 'member') => ask(`/cards/delays/${path}`, { cookie: people[as] });
});
afterAll(() => process.chdir(started));

const forEverybody = [
  ...['all/print', 'all/print?people=8', 'all/print?what=slips', 'all/print?what=nothing'],
  ...['all/projector', 'all/projector?people=8&step=2', 'all/projector?step=900&people=x'],
];

test.each(forEverybody)('%s has no notes in it, nor in its data, for anybody', async (path) => {
  for (const as of ['member', 'facilitator'] as const) {
    for (const at of [path, path.replace(/(\?|$)/, '.data$1')]) {
      const { status, body } = await read(at, as);
      expect([status, body.includes('arrived late')], at).toEqual([200, true]);
      expect(body).not.toContain(NOTE);
      expect(body).not.toContain(MOMENT);
    }
  }
});

test('the sheet with the notes is for who may read them; to others there is none', async () => {
  const sheet = 'all/print?what=sheet&people=8';
  for (const at of [sheet, sheet.replace('?', '.data?')]) {
    const theirs = await read(at, 'facilitator');
    expect([theirs.status, theirs.body.includes(NOTE), theirs.body.includes(MOMENT)]).toEqual([
      ...[200, true, true],
    ]);
    const refused = await read(at);
    expect(refused.status).toBe(404);
    expect(refused.body).not.toContain(NOTE);
    expect((await read('nothing/print?what=sheet&people=8')).status).toBe(404);
  }
  expect((await read('all/print')).body).not.toContain('what=sheet');
  expect((await read('all/print', 'facilitator')).body).toContain('what=sheet');
});

test('the sheet says when each step begins, with the time to move', async () => {
  const words = (await read('all/print?what=sheet&people=8', 'facilitator')).body
    .replaceAll('<!-- -->', '')
    .replace(/<[^>]*>/g, '');
  expect(words).toContain('With eight: 14 minutes, two of them to change groups');
  expect(words).toContain('minute 0 to 4');
  expect(words).toContain('2 min to move · minute 6 to 14');
});

test('there are slips where listeners have questions, and no choice of them elsewhere', async () => {
  const { body } = await read('all/print?what=slips');
  expect(body.match(/class="slip"/g)).toHaveLength(8);
  expect(body).toContain('Who else knew?');
  expect((await read('plain/print')).body).not.toContain('what=slips');
  expect((await read('plain/print?what=slips')).status).toBe(404);
});

test('a card that is broken says so, and none that is not there is anywhere', async () => {
  for (const where of ['print', 'projector']) {
    const broken = await read(`broken/${where}`);
    expect([broken.status, broken.body.includes('cannot be shown just now')]).toEqual([200, true]);
    expect((await read(`nothing/${where}`)).status).toBe(404);
    const { ask } = await import('#tests/support/ask.ts');
    expect((await ask(`/cards/delays/all/${where}`)).location).toMatch(/^\/sign-in/);
  }
});

test('without scripts each step is a page that leads on and back, and nothing runs', async () => {
  const step = (await read('all/projector?people=8&step=1')).body;
  const link = (rel: string) => step.match(new RegExp(`href="([^"]*)" rel="${rel}"`))?.[1];
  expect(link('prev')).toBe('/cards/delays/all/projector?people=8');
  expect(link('next')).toBe('/cards/delays/all/projector?people=8&amp;step=2');
  expect(step.replaceAll('<!-- -->', '')).toContain('four minutes');
  expect(step).not.toContain('role="timer"');
  expect((await read('all/projector?step=4')).body).not.toContain('rel="next"');
});

test('a card’s page leads to paper and to a wall, for as many as are there', async () => {
  const { body } = await read('all?people=5');
  expect(body).toContain('href="/cards/delays/all/print?people=5"');
  expect(body).toContain('href="/cards/delays/all/projector?people=5"');
});
