import { afterAll, beforeAll, expect, test } from 'vitest';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { spoilt } from './card-text.ts';
import { cardCalled, deckFile, folderOf } from './decks-folder.ts';

// The product reads the decks of the folder it is started in: here a card with all there is.
const started = process.cwd();
const all = spoilt(
  'Four minutes each.',
  `<Write reveal="together">Two dates.</Write>

<Example thin="It was late." good="On 3 May I told Ana." />

<Listen>
- *“When?”*
- *“Who knew?”*
</Listen>`,
)
  .replace('notch: 2', 'notch: 3\nneeds: [agreement, notice]\nafter: [delays/one]')
  .replace('notch: 3', 'notch: 3\npairs-with: [delays/two, delays/three]')
  .replace('title="Tell it"', 'title="Tell it" turn={160}')
  .replace('<Reflect>', '<Commit>One call.</Commit>\n\n<Reflect>')
  .replace(
    'Read your own first.',
    'Read your own first.\n\n<Note when="upset">Stop the round.</Note>\n\n<Note when="remote">Chat.</Note>',
  );

const people = { member: '', facilitator: '' };
let read: (path: string, as?: keyof typeof people) => Promise<{ status: number; body: string }>;

beforeAll(async () => {
  const folder = await folderOf({
    'content/decks/delays/deck.json': deckFile({ cards: ['all', 'one', 'two', 'three'] }),
    'content/decks/delays/all.mdx': all,
    'content/decks/delays/one.mdx': cardCalled('One'),
    'content/decks/delays/two.mdx': cardCalled('Two').replace('people: [3, 8]', 'people: [2, 2]'),
    'content/decks/delays/three.mdx': cardCalled('Three'),
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

/** What a page says, without its markup and its data. */
const said = ({ body }: { body: string }) =>
  body
    .replace(/<script[^>]*>[\s\S]*?<\/script>/g, '')
    .replaceAll('<!-- -->', '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

test('A card says what to write and who sees it, what listeners ask, and what one will do', async () => {
  const words = said(await read('all'));
  for (const part of [
    'Write; everybody’s is shown at once Two dates. Too thin It was late. Better On 3 May I told Ana.',
    'Listeners ask only “When?” “Who knew?”',
    'Your number stays yours.',
    'What I will do One call. Act For whom Day',
    'Only where there is trust. Use it when everybody has said “I’m in” to the agreement and it was announced a session before.',
    'Some time after One . Goes well with Two and Three .',
    'Changing groups takes about two minutes more.',
    '2 minutes 40 seconds a turn',
  ]) {
    expect(words).toContain(part);
  }
  expect((await read('all')).body).toMatch(/href="\/cards\/delays\/one"[^>]*>One</);
});

test('Notes by moment are for whoever runs cards', async () => {
  const notes = 'Read your own first. If somebody is upset Stop the round. On a screen Chat.';
  expect(said(await read('all', 'facilitator'))).toContain(notes);
  for (const path of ['all', 'all.data']) {
    const { body } = await read(path);
    expect(body).toContain('Two dates.');
    expect(body).not.toContain('Stop the round.');
    expect(body).not.toContain('Read your own first.');
  }
});

test('Once it is said how many are there, steps have groups and turns, and the card its time', async () => {
  const eight = await read('all?people=8');
  expect(said(eight)).toContain('4 + 4, two minutes a turn');
  expect(said(eight)).toContain('14 minutes, two of them to change groups.');
  expect(eight.body).toMatch(/<button[^>]*value="8"[^>]*aria-current="true"/);
  const three = said(await read('all?people=3'));
  expect(three).toContain('All three, 2 minutes 40 seconds a turn');
  expect(three).toContain('12 minutes.');
  expect(said(await read('all?people=7'))).toContain(
    '4 + 3, two minutes a turn among four, 2 minutes 40 seconds among three',
  );
  const nine = said(await read('all?people=9'));
  expect(nine).toContain('3 + 3 + 3, 2 minutes 40 seconds a turn');
  expect(nine).toContain('It is made for 3 to 8 people.');
  // The numbers are a plain form whose address is the answer.
  expect(eight.body).toMatch(/<form method="get" action="\/cards\/delays\/all"/);
});

test.each(['0', '13', '-3', '4.5', 'eight', '', '8&people=abc', '%00', '9e99'])(
  'An address that says ?people=%s says nothing, or something sensible',
  async (people) => {
    const { status, body } = await read(`all?people=${people}`);
    expect(status).toBe(200);
    const current = /<button[^>]*value="(\d+)"[^>]*aria-current="true"/.exec(body)?.[1];
    expect(current).toBe(people.startsWith('8') ? '8' : undefined);
  },
);

test('A card for two does not ask how many are there', async () => {
  expect((await read('two')).body).not.toContain('How many are there?');
  expect((await read('two?people=2')).body).not.toContain('How many are there?');
  expect(said(await read('two?people=5'))).toContain('It is made for 2 people.');
});
