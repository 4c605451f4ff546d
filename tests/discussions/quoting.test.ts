import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Host, Member } from '#app/access/proofs.ts';
import { editNote } from '#app/discussions/notes/commands/edit-note.server.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { myNote } from '#app/discussions/notes/queries/notes.server.ts';
import { quotedText, replyOf, withQuote, withQuoted } from '#app/discussions/rules/quoting.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { readingIn } from '#tests/reading/planned.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, member, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { countsOf, noteBy, noteForm, threadBy } from './notes.ts';

let host: Host;
let noor: Member;
let rui: Member;
let base: string;
let ids: number[];
let readingId: number;

beforeEach(async () => {
  const circle = await circleOf({ members: [await person('Noor'), await person('Rui')] });
  host = circle.host;
  [noor, rui] = circle.members as [Member, Member];
  base = `/circles/${circle.slug}/threads`;
  ({ ids, readingId } = await readingIn(host));
  await saveProgress(noor, readingId, { what: 'place', page: 20 });
  await saveProgress(host, readingId, { what: 'place', percent: 100 });
  await saveProgress(rui, readingId, { what: 'place', percent: 100 });
});

const page = async (who: Member, path: string, form?: Record<string, string>) =>
  ask(path, { cookie: await signInCookie(who.viewer), form });
const typed = (body: string) =>
  /<textarea[^>]*name="body"[^>]*>([^<]*)</.exec(body)?.[1]?.replaceAll('&gt;', '>').trim();
const quotes = (body: string) => /<input[^>]*name="quotes"[^>]*>/.exec(body)?.[0] ?? '';

describe('replying', () => {
  test('begins a note with the passage and whose it is', async () => {
    const { threadId, noteId } = await threadBy(host, {
      ...{ body: 'It **hides**.\n\nAlways.', sectionId: ids[0] },
    });
    const thread = await page(noor, `${base}/${threadId}`);
    expect(thread.body).toContain(
      `href="${base}/${threadId}?at=${noteId}&amp;reply=${noteId}#write"`,
    );
    const reply = await page(noor, `${base}/${threadId}?at=${noteId}&reply=${noteId}`);
    expect(typed(reply.body)).toBe('> **Ines** wrote:\n>\n> It **hides**.\n>\n> Always.');
    expect(quotes(reply.body)).toContain(`value="${noteId}"`);
    const form = { body: `${typed(reply.body)}\n\nNot here.`, submissionKey: randomUUID() };
    const posted = await page(noor, `${base}/${threadId}`, { ...form, quotes: String(noteId) });
    expect(posted.status).toBe(303);
    const read = await page(host, posted.location ?? '');
    expect(read.body).toMatch(/<blockquote>\s*<p><strong>Ines<\/strong> wrote:<\/p>/);
  });

  test('gives nothing of what is folded, taken back, elsewhere or no note', async () => {
    const { threadId } = await threadBy(host, { body: 'Open.' });
    const further = await noteBy(host, threadId, { body: 'zaffre', about: ids[3] ?? 0 });
    const gone = await noteBy(host, threadId, { body: 'zaffre' });
    await takeBackNote(host, threadId, gone);
    const other = await threadBy(host, { body: 'zaffre' });
    const outside = await circleOf({ host: await person('Mallory') });
    const theirs = await threadBy(outside.host, { body: 'zaffre' });
    for (const id of [further, gone, other.noteId, theirs.noteId, 0, 'x']) {
      const reply = await page(noor, `${base}/${threadId}?reply=${id}`);
      expect(reply.status).toBe(200);
      expect(reply.body, String(id)).not.toContain('zaffre');
      expect(typed(reply.body)).toBe('');
    }
    expect(typed((await page(rui, `${base}/${threadId}?reply=${further}`)).body)).toContain(
      'zaffre',
    );
  });

  test('to a note that is open only this once quotes it, and stays folded for others', async () => {
    const { threadId } = await threadBy(host, { body: 'Open.' });
    const further = await noteBy(host, threadId, { body: 'zaffre', about: ids[3] ?? 0 });
    const opened = await page(noor, `${base}/${threadId}?at=${further}&open=${further}`);
    const [, link = ''] =
      /href="([^"]*reply=[^"]*)#write"/.exec(opened.body.slice(opened.body.indexOf('zaffre'))) ??
      [];
    const reply = await page(noor, link.replaceAll('&amp;', '&'));
    expect(typed(reply.body)).toBe('> **Ines** wrote:\n>\n> zaffre');
    const form = { body: 'I peeked.', quotes: String(further), submissionKey: randomUUID() };
    expect((await page(noor, `${base}/${threadId}`, form)).status).toBe(303);
    const amara = await person('Amara');
    await db
      .insertInto('membership')
      .values({ circle_id: host.circleId, person_id: amara.personId, role: 'member' })
      .execute();
    const late = await member(amara, host.circle.slug);
    await saveProgress(late, readingId, { what: 'place', page: 1 });
    expect((await page(late, `${base}/${threadId}`)).body).not.toMatch(/zaffre|I peeked/);
  });
});

describe('a note that quotes another', () => {
  test('is about a section at least as far as that one', async () => {
    const { threadId } = await threadBy(host, { body: 'Open.' });
    const further = await noteBy(host, threadId, { body: 'zaffre', about: ids[3] ?? 0 });
    const stampOf = async (given: object) => {
      const id = await noteBy(rui, threadId, { quotes: [further], ...given });
      return (await myNote(rui, threadId, id))?.sectionId;
    };
    expect(await stampOf({ about: 'none' })).toBe(ids[3]);
    expect(await stampOf({ about: ids[0] })).toBe(ids[3]);
    expect(await stampOf({ about: ids[5] })).toBe(ids[5]);
    expect(await stampOf({ about: ids[0], quotes: [] })).toBe(ids[0]);
    const body = '> zaffre\n\nYes.';
    await noteBy(rui, threadId, { body, about: 'none', quotes: [further] });
    expect((await page(noor, `${base}/${threadId}`)).body).not.toContain('zaffre');
  });

  test('stays so when it is edited', async () => {
    const { threadId } = await threadBy(host, { body: 'Open.' });
    const further = await noteBy(host, threadId, { about: ids[3] ?? 0 });
    const form = noteForm({ quotes: [further], about: 'none' });
    const id = await noteBy(rui, threadId, form);
    expect(await editNote(rui, threadId, id, { ...form, version: 1 })).toEqual({ ok: true });
    expect((await myNote(rui, threadId, id))?.sectionId).toBe(ids[3]);
  });
});

test('a preview shows the note and saves nothing', async () => {
  const { threadId, noteId } = await threadBy(noor, { body: 'As it was.' });
  const form = { body: 'It **hides**.', quote: 'A model.', submissionKey: randomUUID() };
  const places = [
    [`${base}/${threadId}`, {}],
    [`${base}/new`, { title: 'A loop' }],
    [`${base}/${threadId}/notes/${noteId}/edit`, { version: '1' }],
  ] as const;
  for (const [path, more] of places) {
    const shown = await page(noor, path, { ...form, ...more, preview: 'yes' });
    expect(shown.status, path).toBe(200);
    expect(shown.body).toContain('Preview, not saved yet');
    expect(shown.body).toContain('<p>It <strong>hides</strong>.</p>');
    expect(typed(shown.body)).toBe('It **hides**.');
    expect(shown.body).toContain(`value="${form.submissionKey}"`);
    const empty = await page(noor, path, { ...form, ...more, body: ' ', preview: 'yes' });
    expect(empty.status).toBe(422);
  }
  expect((await countsOf(threadId)).notes).toBe(1);
  expect((await myNote(noor, threadId, noteId))?.body).toBe('As it was.');
});

test('what is quoted is cut at a word, and stands behind what was typed', () => {
  expect(quotedText('N*oor*', 'one\n\ntwo')).toBe(
    '> **N\\*oor\\*** wrote:\n>\n> one\n>\n> two\n\n',
  );
  expect(quotedText('Noor', 'word '.repeat(400)).length).toBeLessThan(1_100);
  expect(withQuote('  ', 'Q')).toBe('Q');
  expect(withQuote('Mine. \n', 'Q')).toBe('Mine.\n\nQ');
  expect([withQuoted('', 7), withQuoted('7', 7), withQuoted('7,8', 9)]).toEqual([
    '7',
    '7',
    '7,8,9',
  ]);
  expect(replyOf(new URLSearchParams('reply=17'))).toBe(17);
  expect(replyOf(new URLSearchParams('reply=-1'))).toBeNull();
});
