import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { scriptForTwo } from '#app/mentoring/conversations/queries/script.server.ts';
import { SCRIPT } from '#app/mentoring/conversations/rules/script.ts';
import { threadBy } from '#tests/discussions/notes.ts';
import { db } from '#tests/support/set-up.ts';
import { outcomeOf } from './board-scene.ts';
import { as, lineBy, twoTalking } from './talk.ts';

const plain = (html: string) =>
  html
    .replace(/<script\b.*?<\/script>/gs, '')
    .replace(/<!-- -->/g, '')
    .replaceAll('&#x27;', "'");

describe('the page of a conversation', () => {
  test('says whose eyes are on it, the problem as its title, and what was asked below', async () => {
    const { noor, path } = await twoTalking({ title: 'Where does my page still sound wrong?' });
    const { body, status } = await as(noor, path);
    expect(status).toBe(200);
    const page = plain(body);
    expect(page).toMatch(/You and <bdi>Rui<\/bdi>/);
    expect(page).toContain(
      'Only the two of you. Not the circle, not its host, not the site’s admin.',
    );
    expect(page).toMatch(/<h1[^>]*>Where does my page still sound wrong\?<\/h1>/);
    expect(page).toMatch(
      /<details[^>]*><summary>What was asked<\/summary>.*In May I promised it\./s,
    );
  });

  test('takes a note and leads to it; the same form again leads to the same', async () => {
    const { rui, noor, path } = await twoTalking();
    const form = {
      body: 'I’d rather see the version you *don’t* like.',
      submissionKey: randomUUID(),
    };
    const posted = await as(rui, path, { form });
    expect(posted.status).toBe(303);
    const [, noteId] = /at=(\d+)#note-\1$/.exec(posted.location ?? '') ?? [];
    expect(posted.location).toBe(`${path}?at=${noteId}#note-${noteId}`);
    expect((await as(rui, path, { form })).location).toBe(posted.location);
    const page = plain((await as(noor, path)).body);
    expect(page.match(/the version you <em>don’t<\/em> like/g)).toHaveLength(1);
    expect((await as(noor, `${path}/notes/${noteId}`)).location).toBe(posted.location);
  });

  test('keeps what was typed with its reason, and shows it before it is sent', async () => {
    const { noor, path, id } = await twoTalking();
    const refused = await as(noor, path, { form: { body: ' ', submissionKey: randomUUID() } });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatch(/id="[^"]*-error"[^>]*>[^<]*Write something first\./);
    const preview = await as(noor, path, {
      form: { body: 'As *bold* as this.', preview: 'yes', submissionKey: randomUUID() },
    });
    expect(plain(preview.body)).toContain('As <em>bold</em> as this.');
    expect(plain(preview.body)).toMatch(/<textarea[^>]*>\s*As \*bold\* as this\.<\/textarea>/);
    const rows = await db
      .selectFrom('conversation_note')
      .select('id')
      .where('conversation_id', '=', id)
      .execute();
    expect(rows).toEqual([]);
  });

  test('that is over says who ended it, keeps what was typed meanwhile, and has no composer', async () => {
    const { noor, rui, id, path, asker } = await twoTalking();
    await lineBy(asker, 'I begin.');
    expect((await as(noor, path)).body).toMatch(/>Reply<.*>Edit</s);
    await db
      .updateTable('conversation')
      .set({ ended_at: new Date(), ended_by: rui.personId })
      .where('id', '=', id)
      .execute();
    const late = await as(noor, path, {
      form: { body: 'One more thing.', submissionKey: randomUUID() },
    });
    expect(late.status).toBe(422);
    expect(late.body).toContain('It was ended meanwhile');
    expect(late.body).toContain('One more thing.');
    const page = plain((await as(noor, path)).body);
    expect(page).toContain('Rui ended it on');
    expect(page).not.toContain('<textarea');
    expect(page).not.toMatch(/>(Reply|Edit)</);
    expect(page).toContain('>Take back<');
  });

  test('says what was asked with what it came from, and leads back there', async () => {
    const { noor, rui, circle } = await twoTalking();
    const { threadId, noteId } = await threadBy(circle.host);
    const circleId = circle.id;
    const { conversationId: id } = await outcomeOf(noor, rui, { circleId, note: noteId });
    for (const who of [noor, rui]) {
      const page = plain((await as(who, `/conversations/${id}`)).body);
      const place = `/circles/${circle.slug}/threads/${threadId}?at=${noteId}#note-${noteId}`;
      expect(page).toMatch(/What was asked<\/summary>.*a note of.*<bdi>Ines<\/bdi>/s);
      const [, to] = /href="([^"]*)"[^>]*>where the ask came from</.exec(page) ?? [];
      expect(to).toBe(place);
    }
  });

  test('begins a note with what it answers to', async () => {
    const { noor, helper, path } = await twoTalking();
    const noteId = await lineBy(helper, 'Who are you afraid of?');
    const { body } = await as(noor, `${path}?at=${noteId}&reply=${noteId}`);
    expect(plain(body)).toMatch(/<textarea[^>]*>\s*&gt; \*\*Rui\*\* wrote:/);
  });
});

describe('the script for two', () => {
  test('has as many who speak as its card has steps, and takes half an hour', async () => {
    const steps = await scriptForTwo();
    expect(steps).toHaveLength(SCRIPT.speaks.length);
    expect(steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(30);
  });

  test('says to each of the two who speaks', async () => {
    const { noor, rui, path } = await twoTalking();
    const first = async (who: typeof noor) => plain((await as(who, `${path}/script`)).body);
    expect(await first(noor)).toContain('You speak');
    expect(await first(rui)).toContain('Noor speaks');
    const last = plain((await as(rui, `${path}/script?step=99`)).body);
    expect(last).toContain('5 of 5 · 3 minutes');
    expect(last).toContain('Both of you');
  });
});
