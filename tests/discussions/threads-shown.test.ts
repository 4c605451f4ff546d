import { beforeEach, expect, test } from 'vitest';
import type { Host, Member } from '#app/access/proofs.ts';
import { allDecks } from '#app/cards/queries/cards.server.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { threadsIn } from '#app/discussions/queries/threads.server.ts';
import { readingIn } from '#tests/reading/planned.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { noteBy, threadBy } from './notes.ts';

let host: Host;
let noor: Member;
let rui: Member;
let stranger: Member;

beforeEach(async () => {
  const circle = await circleOf({ members: [await person('Noor'), await person('Rui')] });
  host = circle.host;
  [noor, rui] = circle.members as [Member, Member];
  stranger = (await circleOf({ host: await person('Mallory') })).host;
});

const page = async (who: Member, path: string) =>
  (await ask(path, { cookie: await signInCookie(who.viewer) })).body;
const inCircle = (path: string) => `/circles/${host.circle.slug}/${path}`;

test('a session shows what is discussed about it, and what of it is new', async () => {
  const id = await sessionIn(host);
  const other = await sessionIn(host);
  const path = inCircle(`sessions/${id}`);
  expect(await page(noor, path)).toContain('can go into the discussion');
  const { threadId } = await threadBy(host, { title: 'Before we meet', sessionId: id });
  await threadBy(host, { title: 'Of another one', sessionId: other });
  const body = await page(noor, path);
  expect(body).toContain(`href="${inCircle(`threads/${threadId}`)}#new"`);
  expect(body).toContain('Before we meet');
  expect(body).toContain('1 new');
  expect(body).not.toContain('Of another one');
  expect(body).not.toContain('can go into the discussion');
});

test('a reading shows with each section how many threads are about it', async () => {
  const { readingId, ids } = await readingIn(host);
  await threadBy(host, { sectionId: ids[1] });
  await threadBy(noor, { sectionId: ids[1] });
  await threadBy(noor, { sectionId: ids[4] });
  for (const path of [inCircle('reading'), inCircle(`reading/${readingId}`)]) {
    const body = await page(noor, path);
    const shown = [...body.matchAll(/href="([^"]*threads\?section=\d+)"[^>]*>(\d+ threads?)</g)];
    expect(shown.map(([, to, words]) => [to, words])).toEqual([
      [inCircle(`threads?section=${ids[1]}`), '2 threads'],
      [inCircle(`threads?section=${ids[4]}`), '1 thread'],
    ]);
  }
});

test('a card shows the threads that the viewer’s circles began from it', async () => {
  const [deck] = await allDecks();
  const card = { deck: deck?.slug ?? '', card: deck?.cards[0]?.slug ?? '' };
  const path = `/cards/${card.deck}/${card.card}`;
  expect(await page(noor, path)).not.toContain('Talked about');
  const { threadId } = await threadBy(host, { title: 'From the card', ...card });
  await threadBy(stranger, { title: 'In another circle', ...card });
  const body = await page(noor, path);
  expect(body).toContain('From the card');
  expect(body).toContain(`href="${inCircle(`threads/${threadId}`)}"`);
  expect(body).not.toContain('In another circle');
  expect(await page(stranger, path)).not.toContain('From the card');
});

test('the list says who takes part, not who took everything back', async () => {
  const { threadId } = await threadBy(host, { title: 'A loop' });
  await noteBy(noor, threadId);
  const gone = await noteBy(rui, threadId);
  expect((await threadsIn(noor)).threads[0]?.people).toEqual(['Rui', 'Noor', 'Ines']);
  await takeBackNote(rui, threadId, gone);
  expect((await threadsIn(noor)).threads[0]?.people).toEqual(['Noor', 'Ines']);
  for (const path of [inCircle('threads'), `/circles/${host.circle.slug}`]) {
    expect(await page(noor, path)).toContain('Taking part: Noor, Ines');
  }
});
