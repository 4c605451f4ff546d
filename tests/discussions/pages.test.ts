import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { type Answer, type Asking, ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { countsOf, longThread, noteBy, threadBy } from './notes.ts';

let ines: Member;
let noor: Member;
let stranger: Member;
let base: string;

beforeEach(async () => {
  const circle = await circleOf({ members: [await person('Noor')] });
  ines = circle.host;
  [noor] = circle.members as [Member];
  stranger = (await circleOf({ host: await person('Mallory') })).host;
  base = `/circles/${circle.slug}/threads`;
});

async function as(who: Member, path: string, asking: Asking = {}): Promise<Answer> {
  return ask(path, { ...asking, cookie: await signInCookie(who.viewer) });
}

/** Text typed into the textarea or input of that name, as the page shows it. */
function typed(body: string, name: string): string | undefined {
  const area = new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)</textarea>`).exec(body);
  const input = new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(body);
  return area?.[1] ?? input?.[1];
}

describe('the thread page', () => {
  test('posts a note to itself and leads to it', async () => {
    const { threadId } = await threadBy(noor, { title: 'A loop' });
    const path = `${base}/${threadId}`;
    const form = { body: 'I **saw** it.', quote: '', quotePage: '', submissionKey: randomUUID() };
    const posted = await as(ines, path, { form });
    expect(posted.status).toBe(303);
    const noteId = /at=(\d+)#note-\1$/.exec(posted.location ?? '')?.[1];
    expect(posted.location).toBe(`${path}?at=${noteId}#note-${noteId}`);
    const again = await as(ines, path, { form });
    expect(again.location).toBe(posted.location);
    const page = await as(noor, path);
    expect(page.status).toBe(200);
    expect(page.body).toContain('<title>A loop · Octavo</title>');
    expect(page.body).toContain('<p>I <strong>saw</strong> it.</p>');
    expect((await countsOf(threadId)).kept.count).toBe(2);
  });

  test.each([
    ['nothing', '', 'Write something first.'],
    ['spaces', ' \n ', 'Write something first.'],
    ['a tangle', `${'> '.repeat(60)}x`, 'too tangled to show'],
    ['what shows nothing', '[a]: http://x.org', 'nothing to see'],
    ['too much', 'x'.repeat(20_001), 'Keep it to 20,000 characters.'],
  ])(
    'says next to the field what is wrong with %s, and keeps what was typed',
    async (_, body, words) => {
      const { threadId } = await threadBy(noor);
      const answer = await as(ines, `${base}/${threadId}`, {
        form: { body, quote: 'A model.', quotePage: '86', submissionKey: randomUUID() },
      });
      expect(answer.status).toBe(422);
      expect(answer.body).toMatch(new RegExp(`id="[^"]*-error"[^>]*>[^<]*${words}`));
      expect(typed(answer.body, 'body')?.trim()).toBe(body.trim().replaceAll('>', '&gt;'));
      expect(typed(answer.body, 'quote')?.trim()).toBe('A model.');
      expect(typed(answer.body, 'quotePage')).toBe('86');
      expect(answer.body).toMatch(/<details[^>]* open=""/);
      expect((await countsOf(threadId)).notes).toBe(1);
    },
  );

  test('of another circle is not there, for reading or writing', async () => {
    const { threadId, noteId } = await threadBy(stranger);
    const paths = ['', `/notes/${noteId}`, `/notes/${noteId}/edit`, `/notes/${noteId}/history`];
    for (const path of paths.concat(`/notes/${noteId}/deletion`, `/notes/${noteId}/restoration`)) {
      expect((await as(noor, `${base}/${threadId}${path}`)).status, path).toBe(404);
    }
    const form = { body: 'Hello.', quote: '', quotePage: '', submissionKey: randomUUID() };
    expect((await as(noor, `${base}/${threadId}`, { form })).status).toBe(404);
    const edit = { ...form, version: '1' };
    for (const [path, sent] of [
      ['edit', edit],
      ['deletion', {}],
      ['restoration', {}],
    ] as const) {
      const url = `${base}/${threadId}/notes/${noteId}/${path}`;
      expect((await as(noor, url, { form: sent, method: 'POST' })).status, path).toBe(404);
    }
    expect((await countsOf(threadId)).kept.count).toBe(1);
    for (const id of ['0', '-1', '1e3', 'x', '99999999999999999999']) {
      expect((await as(noor, `${base}/${id}`)).status, id).toBe(404);
    }
  });

  test('marks nothing when a browser fetches ahead', async () => {
    const { threadId } = await threadBy(noor);
    const seen = () =>
      db.selectFrom('thread_visit').select('seen').where('thread_id', '=', threadId).execute();
    await as(ines, `${base}/${threadId}`, { headers: { 'Sec-Purpose': 'prefetch' } });
    expect(await seen()).toHaveLength(0);
    await as(ines, `${base}/${threadId}`);
    expect(await seen()).toHaveLength(1);
  });

  test('takes one round trip, and a second to mark what is new, however many notes', async () => {
    const short = await longThread(noor, 2);
    const long = await longThread(noor, 45);
    const queries = vi.spyOn(pg.Client.prototype, 'query');
    const trips = async (threadId: number) => {
      queries.mockClear();
      await visitThread(ines, threadId, { kind: 'after', noteId: 0 });
      return queries.mock.calls.length;
    };
    expect([await trips(short.threadId), await trips(short.threadId)]).toEqual([2, 1]);
    expect([await trips(long.threadId), await trips(long.threadId)]).toEqual([2, 1]);
  });

  test('is shown even when the visit cannot be marked', async () => {
    const { threadId } = await threadBy(ines);
    // Removed from the circle between the gate and the query.
    await db.deleteFrom('membership').where('person_id', '=', noor.personId).execute();
    expect((await visitThread(noor, threadId, { kind: 'landing' }))?.notes).toHaveLength(1);
    expect(
      await db
        .selectFrom('thread_visit')
        .select('thread_id')
        .where('thread_id', '=', threadId)
        .execute(),
    ).toEqual([]);
  });

  test('draws the line before what is new, and the ways to other pages', async () => {
    const { threadId, noteIds } = await longThread(noor, 45);
    const path = `${base}/${threadId}`;
    const first = await as(ines, path);
    expect(first.body).not.toContain('since you were here');
    expect(first.body).not.toContain('Earlier notes');
    expect(first.body).toContain(`href="${path}?after=${noteIds[19]}"`);
    const second = await as(ines, path);
    expect(second.body).toContain('New since you were here');
    expect(second.body).toContain(`href="${path}?before=${noteIds[17]}"`);
    const last = await as(ines, path);
    expect(last.body).toContain('8 new since you were here');
    expect(last.body).not.toContain('Later notes');
  });
});

describe('a note’s address', () => {
  test('leads to the page that holds it', async () => {
    const { threadId, noteIds } = await longThread(noor, 45);
    const note = noteIds[29];
    const answer = await as(ines, `${base}/${threadId}/notes/${note}`);
    expect(answer.location).toBe(`${base}/${threadId}?at=${note}#note-${note}`);
    const page = await as(ines, `${base}/${threadId}?at=${note}`);
    expect(page.body).toContain(`id="note-${note}"`);
    expect(page.body).not.toContain(`id="note-${noteIds[0]}"`);
  });
});

describe('editing', () => {
  test('shows both texts when the note changed meanwhile, and a second save decides', async () => {
    const { threadId, noteId } = await threadBy(noor, { body: 'First.' });
    const path = `${base}/${threadId}/notes/${noteId}/edit`;
    expect(typed((await as(noor, path)).body, 'body')?.trim()).toBe('First.');
    const form = { body: 'From one tab.', quote: '', quotePage: '', version: '1' };
    expect((await as(noor, path, { form })).status).toBe(303);
    const both = await as(noor, path, { form: { ...form, body: 'From another tab.' } });
    expect(both.status).toBe(422);
    expect(both.body).toContain('<p>From one tab.</p>');
    expect(typed(both.body, 'body')?.trim()).toBe('From another tab.');
    expect(typed(both.body, 'version')).toBe('2');
    const kept = { ...form, body: 'From another tab.', version: '2' };
    expect((await as(noor, path, { form: kept })).status).toBe(303);
    const page = await as(ines, `${base}/${threadId}`);
    expect(page.body).toContain('<p>From another tab.</p>');
    expect(page.body).toContain(`notes/${noteId}/history">edited</a>`);
    const history = await as(ines, `${base}/${threadId}/notes/${noteId}/history`);
    for (const text of ['First.', 'From one tab.', 'From another tab.']) {
      expect(history.body).toContain(`<p>${text}</p>`);
    }
  });

  test('is not offered for another’s note', async () => {
    const { threadId, noteId } = await threadBy(noor);
    const page = await as(ines, `${base}/${threadId}`);
    expect(page.body).not.toContain('/edit"');
    expect(page.body).not.toContain('/deletion"');
    for (const act of ['edit', 'deletion', 'restoration']) {
      const path = `${base}/${threadId}/notes/${noteId}/${act}`;
      const back = `${base}/${threadId}?at=${noteId}#note-${noteId}`;
      expect((await as(ines, path)).location, act).toBe(back);
      const form = { body: 'Not mine.', quote: '', quotePage: '', version: '1' };
      expect((await as(ines, path, { form })).location, act).toBe(back);
      const answer = await as(ines, `${path}.data`, { form });
      expect(answer.status, act).toBe(422);
      expect(answer.body, act).toContain('Only the person who wrote');
    }
    expect((await as(ines, `${base}/${threadId}`)).body).not.toContain('Not mine.');
    expect((await as(noor, `${base}/${threadId}`)).body).toContain(`notes/${noteId}/edit"`);
  });
});

describe('taking back', () => {
  test('leaves a line for others and a way back for the author', async () => {
    const { threadId, noteId } = await threadBy(noor, { body: 'zaffre words' });
    const path = `${base}/${threadId}/notes/${noteId}`;
    expect((await as(noor, `${path}/deletion`)).status).toBe(200);
    const taken = await as(noor, `${path}/deletion`, { form: {}, method: 'POST' });
    expect(taken.status).toBe(303);
    expect(taken.cookies.join()).toContain('note-taken-back');
    const theirs = await as(ines, `${base}/${threadId}`);
    expect(theirs.body).toContain('Noor took this note back.');
    expect(theirs.body).not.toContain('zaffre');
    const mine = await as(noor, `${base}/${threadId}`);
    expect(mine.body).toContain(`action="${path}/restoration"`);
    await as(noor, `${path}/restoration`, { form: {}, method: 'POST' });
    expect((await as(ines, `${base}/${threadId}`)).body).toContain('zaffre words');
  });
});

describe('starting', () => {
  test('leads to the new thread; a repeated submit to the same one', async () => {
    const page = await as(noor, `${base}/new`);
    const submissionKey = typed(page.body, 'submissionKey') ?? '';
    const form = { title: 'A loop', body: 'It hides.', submissionKey };
    const started = await as(noor, `${base}/new`, { form });
    expect(started.status).toBe(303);
    expect(started.location).toMatch(new RegExp(`^${base}/\\d+\\?at=(\\d+)#note-\\1$`));
    expect((await as(noor, `${base}/new`, { form })).location).toBe(started.location);
  });

  test('without a title or a note says so at both, and keeps the rest', async () => {
    const form = { title: ' ', body: '', quote: 'A model.', submissionKey: randomUUID() };
    const answer = await as(noor, `${base}/new`, { form });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('Say in a few words what it is about.');
    expect(answer.body).toContain('Write something first.');
    expect(typed(answer.body, 'quote')?.trim()).toBe('A model.');
  });
});

describe('the list', () => {
  test('is empty with a way to begin, then full', async () => {
    expect((await as(noor, base)).body).toContain('Nobody has written yet.');
    const { threadId } = await threadBy(noor, { title: 'A loop' });
    await noteBy(noor, threadId);
    const page = await as(ines, base);
    expect(page.body).toContain(`href="${base}/${threadId}#new"`);
    expect(page.body).toContain('2 new');
    expect((await as(noor, base)).body).not.toContain('2 new');
  });

  test('shows the threads of one section or session', async () => {
    const { id } = await db
      .insertInto('book')
      .values({
        circle_id: noor.circleId,
        title: 'Thinking in Systems',
        added_by: noor.personId,
        submission_key: randomUUID(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const section = await db
      .insertInto('section')
      .values({
        circle_id: noor.circleId,
        book_id: id,
        position: 1,
        label: '4',
        title: 'Surprises',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await threadBy(noor, { title: 'About the chapter', sectionId: section.id });
    await threadBy(noor, { title: 'About nothing' });
    for (const query of [`section=${section.id}`, `about=section-${section.id}`]) {
      const page = await as(ines, `${base}?${query}`);
      expect(page.body).toContain('About the chapter');
      expect(page.body).not.toContain('About nothing');
      expect(page.body).toContain(`href="${base}/new?section=${section.id}"`);
    }
    expect((await as(ines, `${base}?session=1`)).body).toContain('No thread about this yet.');
    const start = await as(ines, `${base}/new?section=${section.id}`);
    expect(start.body).toMatch(new RegExp(`<option value="${section.id}" selected=""`));
  });
});

test('who left a note behind is told of, and its words are nowhere in the page’s data', async () => {
  const { threadId, noteId } = await threadBy(noor, {
    body: 'zaffre words',
    quote: 'zaffre quote',
  });
  await takeBackNote(noor, threadId, noteId);
  for (const path of [`${base}/${threadId}`, `${base}/${threadId}.data`, `${base}.data`, base]) {
    expect((await as(ines, path)).body).not.toContain('zaffre');
  }
});
