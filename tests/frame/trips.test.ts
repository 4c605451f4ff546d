import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { pathOf } from '#tests/routes/paths.ts';
import { makeWorld } from '#tests/routes/world.ts';
import { milestoneIn, sessionIn } from '#tests/sessions/support.ts';
import { ask } from '#tests/support/ask.ts';
import { circleOf } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { tripsOf } from '#tests/support/trips.ts';

/** What a page asks of the database: statements, and how often it waits for an answer. */
const PAGES: Record<string, [route: string, statements: number, waves: number]> = {
  home: ['routes/home', 10, 2],
  // One of them is the polls that go on, beside the others.
  circle: ['routes/circles/circle', 10, 2],
  // One of them is what its notes led to, beside them.
  thread: ['routes/threads/thread', 3, 2],
  'list of threads': ['routes/threads/list', 3, 2],
  // What is asked at it, what opens it and is brought to it, its series, and who does what there.
  session: ['routes/sessions/session', 8, 2],
  series: ['routes/series/series', 2, 2],
  poll: ['routes/polls/poll', 5, 2],
  // Whose session it is, what is kept of it, and what was asked there.
  record: ['routes/records/record', 5, 3],
  reading: ['routes/reading/reading', 5, 3],
  'reading room': ['routes/reading/index', 5, 3],
  account: ['routes/accounts/account', 4, 2],
  // One of them is who can be asked for help.
  people: ['routes/circles/people', 4, 2],
  // What one’s circles used stands beside the cards.
  cards: ['routes/cards/browse', 2, 2],
  // Two are of the sessions one runs, whatever one’s role: its notes are theirs, and their agendas;
  // one is whose favourite it is.
  card: ['routes/cards/card', 6, 2],
  // The sessions whose agenda one may write, and whose favourite it is.
  recipe: ['routes/recipes/recipe', 3, 2],
  'a card on paper': ['routes/cards/print', 2, 2],
  'a card on a wall': ['routes/cards/projector', 1, 1],
  booklet: ['routes/sessions/booklet', 3, 3],
  wall: ['routes/sessions/projector', 3, 3],
  recipes: ['routes/recipes/index', 1, 1],
  shelf: ['routes/shelves/shelf', 3, 2],
  // One of them is how the reader hears, beside it.
  inbox: ['routes/inbox/inbox', 3, 2],
  ask: ['routes/asks/ask', 4, 3],
  circles: ['routes/circles/index', 2, 2],
  asks: ['routes/asks/index', 2, 2],
  'a new ask': ['routes/asks/new', 1, 1],
  // Whose it is, the ask, what it comes from, and everybody it may go to.
  'writing an ask': ['routes/asks/edit', 5, 3],
  // Who it is, that they are one of the two, and all there is of it.
  conversation: ['routes/conversations/conversation', 4, 3],
  conversations: ['routes/conversations/index', 2, 2],
  // What asks came from is looked for once they are known.
  'board of asks': ['routes/asks/board', 5, 3],
};

// The site's settings are asked for anew every few seconds.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A member of a circle that has one of everything, and of so many others. */
async function memberOf(others: number) {
  const world = await makeWorld();
  for (let made = 0; made < others; made++) {
    const circle = await circleOf({ members: [world.people.member] });
    await sessionIn(circle.host, { milestoneId: await milestoneIn(circle) });
  }
  // Where something waits for them, what a page shows of it is marked as read: one statement more.
  await db.updateTable('inbox_item').set({ read_at: new Date() }).execute();
  const cookie = await world.cookieOf('member');
  return async (route: string) => {
    const path = pathOf(route, (name) => world.params[name]);
    const { status } = await ask(path, { cookie });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  };
}

describe.each([
  ['one circle', 0],
  ['four circles', 3],
])('in %s', (_, others) => {
  let visit: Awaited<ReturnType<typeof memberOf>>;
  beforeAll(async () => {
    visit = await memberOf(others);
  });

  test.each(Object.entries(PAGES))('%s', async (_, [route, statements, waves]) => {
    const once = () => visit(route);
    expect(await tripsOf(once, once)).toEqual([{ statements, waves }]);
  });
});
