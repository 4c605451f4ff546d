import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { setVolume } from '#app/notifications/hearing/commands/set-volume.server.ts';
import { openInbox } from '#app/notifications/inbox/commands/open-inbox.server.ts';
import { placeOf } from '#app/notifications/inbox/rules/pages.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, member, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

let noor: Viewer;
let rui: Viewer;
let circle: CastCircle;
beforeEach(async () => {
  [noor, rui] = [await person('Noor'), await person('Rui')];
  circle = await circleOf({ members: [noor, rui] });
});

const as = async (who: Viewer, { slug } = circle) => member(await viewer(who), slug);
const inbox = async (who: Viewer, before = '') =>
  openInbox(await viewer(who), placeOf(new URLSearchParams({ before })));
const page = async (who: Viewer, path = '/inbox') => ask(path, { cookie: await signInCookie(who) });

/** So many threads that somebody has read, two at each minute. */
async function readLines(who: Viewer, lines: number) {
  const read = new Date();
  for (let n = 0; n < lines; n++) {
    const { id } = await db
      .insertInto('thread')
      .values({
        ...{ circle_id: circle.id, title: `Thread ${n}`, started_by: rui.personId },
        submission_key: crypto.randomUUID(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const note = await noteBy(await as(rui), id);
    const at = new Date(read.getTime() - Math.floor(n / 2) * 60_000);
    await db
      .updateTable('inbox_item')
      .set({ read_at: read, at })
      .where('person_id', '=', who.personId)
      .where('thing_id', '=', note)
      .execute();
  }
}

describe('an inbox', () => {
  test('has what is for somebody first, then circle by circle, all that is new in a thread in one line', async () => {
    const other = await circleOf({ name: 'The other side', members: [noor] });
    await threadBy(other.host, { title: 'The best disagreement' });
    const { threadId } = await threadBy(await as(rui), { title: 'A feedback loop' });
    await noteBy(circle.host, threadId, { body: 'I disagree.\n\nKindly.' });
    const mine = await threadBy(await as(noor), { title: 'Delegating' });
    const answer = await noteBy(await as(rui), mine.threadId, { body: 'I keep the dull work.' });
    const shown = await inbox(noor);
    expect(shown).toMatchObject({ title: 'Four things today', lede: 'One is for you.' });
    const lines = shown.parts.map(({ of, lines: all }) => [
      typeof of === 'string' ? of : of.name,
      ...all.map(({ fresh, title, text }) => `${fresh}: ${title}: ${text}`),
    ]);
    expect(lines).toEqual([
      ['you', '1 new: Delegating: Rui wrote: I keep the dull work.'],
      [
        'Tuesday leads',
        '2 new: A feedback loop: Rui and Ines wrote: What would you have measured to see it earlier?',
      ],
      [
        'The other side',
        '1 new: The best disagreement: Ines wrote: What would you have measured to see it earlier?',
      ],
    ]);
    expect(shown.next).toEqual({
      called: 'Rui’s note',
      to: `/circles/${circle.slug}/threads/${mine.threadId}?at=${answer}#note-${answer}`,
    });
    // A circle's line leads to the first new note.
    const [first] = shown.parts[1]?.lines ?? [];
    expect(first?.to).toMatch(new RegExp(`/threads/${threadId}\\?at=\\d+`));
    expect(first?.to).not.toContain(`at=${answer}`);
  });

  test('says so when there is nothing, to a newcomer and to a member', async () => {
    const { body } = await page(await person('Sam'));
    expect(body).toContain('Nothing new');
    expect(body).toContain('You’re in no circle yet.');
    const { body: members } = await page(noor);
    expect(members).toContain('Nothing has happened yet.');
    expect(members).not.toContain('Mark all read');
  });

  test('keeps what was read below, in pages of thirty that lose and repeat nothing', async () => {
    await readLines(noor, 65);
    expect(await inbox(noor)).toMatchObject({
      title: 'Nothing new',
      lede: 'You’ve seen everything.',
      next: null,
      marking: null,
    });
    const titles: string[] = [];
    const sizes: number[] = [];
    for (let before: string | null = ''; before !== null; ) {
      const { parts, older } = await inbox(noor, before);
      const here = parts.flatMap(({ lines }) => lines.map(({ title }) => title));
      titles.push(...here);
      sizes.push(here.length);
      before = older;
    }
    expect(sizes).toEqual([30, 30, 5]);
    expect(new Set(titles).size).toBe(65);
    const { older } = await inbox(noor);
    const { body } = await page(noor, `/inbox?before=${older}`);
    expect(body).toContain('Earlier');
  });

  test('says beside it how much mail comes, of many circles in few words', async () => {
    const rest = 'Asks and conversations everything Quiet none';
    await setVolume(await as(noor), 'digest');
    const other = await circleOf({ name: 'The other side', members: [noor] });
    const told = async () => (await page(noor)).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(await told()).toContain(
      `Tuesday leads a digest, Fridays at 8:00 The other side everything ${rest} Change it`,
    );
    for (let n = 0; n < 4; n++) await circleOf({ members: [noor] });
    expect(await told()).toContain(
      `Tuesday leads a digest, Fridays at 8:00 5 others everything ${rest}`,
    );
    await setVolume(await as(noor, other), 'nothing');
    expect(await told()).toContain('The other side nothing 4 others everything');
  });

  test('is one line for a hundred new notes of one thread', async () => {
    const { threadId } = await threadBy(await as(rui), { title: 'Long' });
    for (let n = 1; n < 100; n++) await noteBy(await as(rui), threadId, { body: `Note ${n}` });
    const { title, parts } = await inbox(noor);
    expect(title).toBe('A hundred things or more today');
    expect(parts.flatMap(({ lines }) => lines)).toMatchObject([{ fresh: '100 new' }]);
    expect((await page(noor, '/cards')).body).toContain('>99+<');
    const { body } = await page(noor, `/circles/${circle.slug}/threads/${threadId}?after=0`);
    expect(body).toContain('<b class="count">80<');
  }, 60_000);

  test('goes through forty circles, the one with the latest first', async () => {
    const circles: CastCircle[] = [];
    for (let n = 0; n < 40; n++)
      circles.push(await circleOf({ name: `Circle ${n}`, members: [noor] }));
    for (const { host } of circles) await threadBy(host);
    const { parts } = await inbox(noor);
    expect(parts).toMatchObject(circles.map((_, n) => ({ of: { name: `Circle ${39 - n}` } })));
  }, 60_000);
});
