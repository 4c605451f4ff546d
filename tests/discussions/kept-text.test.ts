import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { readingIn } from '#tests/reading/planned.ts';
import { type Asking, ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { countsOf, noteBy, threadBy } from './notes.ts';

let ines: Member;
let noor: Member;
let base: string;
let sectionId: number;

beforeEach(async () => {
  const circle = await circleOf({ members: [await person('Noor')] });
  ines = circle.host;
  [noor] = circle.members as [Member];
  base = `/circles/${circle.slug}/threads`;
  const { ids } = await readingIn(circle.host);
  sectionId = ids[1] ?? 0;
});

// As a browser without scripts asks for a page.
const headers = { Accept: 'text/html' };

async function as(who: Member, path: string, asking: Asking = {}) {
  return ask(path, { ...asking, headers, cookie: await signInCookie(who.viewer) });
}

const unescaped = (html: string) => html.replaceAll('&#x27;', "'").replaceAll('&amp;', '&');

/** What the fields of a page's form hold, by name. */
function fieldsOf(body: string): Record<string, string> {
  const areas = body.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g);
  const inputs = body.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g);
  const chosen = body.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>.*?<option value="([^"]*)" selected/g,
  );
  return Object.fromEntries(
    [...inputs, ...areas, ...chosen].map(([, name, value = '']) => [name, unescaped(value).trim()]),
  );
}

const LONG = 'What I typed for half an hour, and do not have anywhere else.';

describe('the same text sent again with something else beside it', () => {
  test('comes back with what was saved first, and is posted when it is sent again', async () => {
    const { threadId } = await threadBy(noor, { title: 'A loop' });
    const path = `${base}/${threadId}`;
    const form = { body: LONG, quote: 'A model.', quotePage: '86', submissionKey: randomUUID() };
    const first = await as(ines, path, { form });
    const other = await as(ines, path, { form: { ...form, about: String(sectionId) } });
    expect(other.status).toBe(422);
    expect(other.body).toContain('This page has saved this before');
    expect(other.body).toContain(`href="${first.location}"`);
    expect(other.body).toContain(`<p>${LONG}</p>`);
    const shown = fieldsOf(other.body);
    expect(shown).toMatchObject({ body: LONG, quote: 'A model.', about: String(sectionId) });
    expect(shown.submissionKey).not.toBe(form.submissionKey);
    expect((await countsOf(threadId)).kept.count).toBe(2);
    const again = await as(ines, path, { form: shown });
    expect(again.status).toBe(303);
    expect((await as(ines, path, { form: shown })).location).toBe(again.location);
    expect((await countsOf(threadId)).kept.count).toBe(3);
  });

  test('nor is a thread of another title', async () => {
    const form = { title: 'A loop', body: LONG, submissionKey: randomUUID() };
    const first = await as(noor, `${base}/new`, { form });
    const other = await as(noor, `${base}/new`, {
      form: { ...form, title: 'Another', sectionId: String(sectionId) },
    });
    expect(other.status).toBe(422);
    expect(other.body).toContain('This page has saved this before');
    expect(other.body).toContain(`href="${first.location}"`);
    expect(fieldsOf(other.body)).toMatchObject({
      ...{ title: 'Another', body: LONG, sectionId: String(sectionId) },
    });
  });

  test('a form that came back for another reason keeps its key', async () => {
    const { threadId } = await threadBy(noor);
    const form = { body: ' ', submissionKey: randomUUID() };
    const refused = await as(ines, `${base}/${threadId}`, { form });
    expect(fieldsOf(refused.body).submissionKey).toBe(form.submissionKey);
    const broken = await as(ines, `${base}/${threadId}`, {
      form: { body: LONG, submissionKey: 'broken' },
    });
    expect(broken.body).toContain('This form is out of date');
    expect(fieldsOf(broken.body).submissionKey).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('the edit of a note that was taken back meanwhile', () => {
  test('gives the text back, and brings the note back with it', async () => {
    const { threadId } = await threadBy(ines);
    const noteId = await noteBy(noor, threadId, { body: 'As it was.' });
    const path = `${base}/${threadId}/notes/${noteId}/edit`;
    const { version } = fieldsOf((await as(noor, path)).body);
    await takeBackNote(noor, threadId, noteId);
    const form = { body: LONG, quote: '', quotePage: '', version: version ?? '' };
    const refused = await as(noor, path, { form });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('You took this note back meanwhile');
    expect(fieldsOf(refused.body).body).toBe(LONG);
    expect(refused.body).toMatch(/<button[^>]*name="restore"[^>]*value="yes"/);
    const data = await as(noor, path.replace('/edit', '/edit.data'), { form });
    expect(data.body).toContain('takenBack');
    expect((await as(ines, `${base}/${threadId}`)).body).not.toContain(LONG);
    const restored = await as(noor, path, { form: { ...form, restore: 'yes' } });
    expect(restored.status).toBe(303);
    expect((await as(ines, `${base}/${threadId}`)).body).toContain(LONG);
  });
});

describe('what was sent after the sign-in ended', () => {
  test.each([
    ['a note', '', { body: LONG, quote: 'A <model>.' }],
    ['a thread', '/new', { title: 'A “loop”', body: LONG }],
    ['an edit', '/edit', { body: LONG, version: '1' }],
  ])('is given back, and %s is saved once they are signed in', async (_, where, typed) => {
    const { threadId, noteId } = await threadBy(noor);
    const path = {
      '': `${base}/${threadId}`,
      '/new': `${base}/new`,
      '/edit': `${base}/${threadId}/notes/${noteId}/edit`,
    }[where] as string;
    const form = { ...typed, submissionKey: randomUUID() };
    const kept = await ask(path, { form, headers });
    expect(kept.status).toBe(401);
    expect(kept.body).toContain('You’re signed out');
    expect(kept.body).toContain(`href="/sign-in?to=${encodeURIComponent(path)}" target="_blank"`);
    expect(kept.body).toContain(`action="${path}"`);
    const again = fieldsOf(kept.body.replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
    expect(again).toMatchObject({ body: LONG });
    const saved = await as(noor, path, { form: { ...form, ...again } });
    expect(saved.status).toBe(303);
    expect((await as(ines, saved.location ?? '')).body).toContain(LONG);
  });

  test('stays in its page where scripts run', async () => {
    const { threadId } = await threadBy(noor);
    const form = { body: LONG, submissionKey: randomUUID() };
    const answer = await ask(`${base}/${threadId}.data`, { form });
    expect(answer.status).toBe(401);
    expect(answer.body).toContain('sign in in another tab');
    expect(answer.body).toContain(LONG);
  });

  test('says nothing of whether there is such a circle, and gives no password back', async () => {
    const form = { body: LONG, submissionKey: randomUUID() };
    const none = await ask('/circles/no-such-circle-x2f4q/threads/1', { form, headers });
    expect(none.status).toBe(401);
    const password = { password: 'a secret of mine', newPassword: 'another secret' };
    const answer = await ask('/account/password', { form: password, headers });
    expect(answer.location).toContain('/sign-in');
    expect(answer.body).not.toContain('secret');
  });
});
