import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { settledChoice } from '#app/choosing/commands/settle-choice.server.ts';
import { endOfDay } from '#app/seasons/rules/answer-by.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { choiceIn, waitingJobs as jobsOfChoice } from '#tests/choosing/support.ts';
import { day, seasonOf } from '#tests/seasons/season.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { sessionIn, waitingJobs } from './support.ts';

/** What a browser would send of a page's form: every field as it is shown. */
function fieldsOn(body: string): Record<string, string> {
  const form: Record<string, string> = {};
  const at = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  for (const [tag] of body.matchAll(/<input\b[^>]*>/g)) {
    const [name, value] = [at(tag, 'name'), at(tag, 'value')];
    if (name && at(tag, 'type') !== 'radio') form[name] = value ?? '';
  }
  for (const [, attributes = '', options = ''] of body.matchAll(
    /<select\b([^>]*)>(.*?)<\/select>/gs,
  )) {
    const name = at(attributes, 'name');
    if (name) form[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  }
  return form;
}

async function lisbonCircle() {
  const circle = await circleOf({ timeZone: 'Europe/Lisbon', members: [await person('Noor')] });
  return { circle, cookie: await signInCookie(circle.host.viewer) };
}

const moveTo = (zone: string, { id }: CastCircle) =>
  db.updateTable('circle').set({ time_zone: zone }).where('id', '=', id).execute();

describe('a form that shows clocks of a zone the circle had', () => {
  test('saving only a title moves no session and tells nobody', async () => {
    const { circle, cookie } = await lisbonCircle();
    const sessionId = await sessionIn(circle.host, { date: day(30) }, {});
    const before = await sessionOf(circle.host, sessionId);
    const url = `/circles/${circle.slug}/sessions/${sessionId}/edit`;
    const form = fieldsOn((await ask(url, { cookie })).body);
    expect(form).toMatchObject({ time: '18:30', zone: 'Europe/Lisbon' });
    const told = (await waitingJobs(sessionId)).length;
    await moveTo('America/New_York', circle);

    const saved = await ask(url, { cookie, form: { ...form, title: 'Another title' } });
    expect(saved.status).toBe(303);
    const after = await sessionOf(circle.host, sessionId);
    expect(after).toMatchObject({ title: 'Another title', startsAt: before?.startsAt });
    expect(after?.moved).toBe(false);
    expect(await waitingJobs(sessionId)).toHaveLength(told);
    expect((await ask(url, { cookie })).body).toContain('America/New York, the circle’s zone');
  });

  test('a time typed there means what was seen, also in a new session', async () => {
    const { circle, cookie } = await lisbonCircle();
    const url = `/circles/${circle.slug}/sessions/new`;
    const form = fieldsOn((await ask(url, { cookie })).body);
    await moveTo('America/New_York', circle);
    const date = day(20);
    const typed = { ...form, date, time: '19:15', submissionKey: randomUUID() };
    const checked = await ask(url, { cookie, form: { ...typed, step: 'check' } });
    expect(checked.body).toContain('On clocks in Lisbon, as when you opened this form.');
    expect(checked.body).toContain('The circle’s zone is New York by now.');
    expect(fieldsOn(checked.body)).toMatchObject({ time: '19:15', zone: 'Europe/Lisbon' });

    const { location } = await ask(url, { cookie, form: { ...typed, step: '' } });
    const sessionId = Number(location?.split('/').at(-1));
    const startsAt = new Date((await sessionOf(circle.host, sessionId))?.startsAt ?? '');
    const clock = { timeZone: 'Europe/Lisbon', timeStyle: 'short' } as const;
    expect(startsAt.toLocaleTimeString('en-GB', clock)).toBe('19:15');
  });

  test('a choice that nobody moved stays, and one that is moved goes where it was seen to', async () => {
    const { circle, cookie } = await lisbonCircle();
    const choiceId = await choiceIn(circle.host, { zone: 'Europe/Lisbon' });
    const [{ closes_at: closesAt } = { closes_at: null }] = await closings(choiceId);
    const url = `/circles/${circle.slug}/choosing/${choiceId}/closing`;
    const form = { ...fieldsOn((await ask(url, { cookie })).body), what: 'move', form: 'move' };
    expect(form).toMatchObject({ time: '18:30', zone: 'Europe/Lisbon' });
    const told = (await jobsOfChoice(choiceId)).length;
    await moveTo('America/New_York', circle);
    await db
      .updateTable('book_choice')
      .set({ closes_at: endOfDay(day(9), 'Europe/Lisbon') })
      .where('id', '=', choiceId)
      .execute();
    const shown = { ...form, date: day(9), time: '23:59' };
    expect((await ask(url, { cookie, form: shown })).status).toBe(303);
    expect(await jobsOfChoice(choiceId)).toHaveLength(told);
    expect((await ask(url, { cookie, form: { ...shown, date: day(8) } })).status).toBe(303);
    expect(await closings(choiceId)).toEqual([
      { closes_at: endOfDay(day(8), 'Europe/Lisbon'), time_zone: 'Europe/Lisbon' },
    ]);
    expect(closesAt).not.toBeNull();
    expect(await settledChoice(circle.host, choiceId)).toMatchObject({ state: 'open' });
  });

  test('a reading’s answer day ends where it was seen to', async () => {
    const { host, readingId, circle } = await seasonOf();
    const cookie = await signInCookie(host.viewer);
    const url = `/circles/${circle.slug}/reading/${readingId}/ending`;
    const form = fieldsOn((await ask(url, { cookie })).body);
    await moveTo('America/New_York', circle);
    expect((await ask(url, { cookie, form: { ...form, answerBy: day(12) } })).status).toBe(303);
    const wrap = await db
      .selectFrom('wrap')
      .select('answer_by')
      .where('reading_id', '=', readingId)
      .executeTakeFirstOrThrow();
    expect(wrap.answer_by).toEqual(endOfDay(day(12), 'UTC'));
  });
});

const closings = (choiceId: number) =>
  db
    .selectFrom('book_choice')
    .select(['closes_at', 'time_zone'])
    .where('id', '=', choiceId)
    .execute();

describe('a time without a zone that is known', () => {
  const typed = { date: day(20), time: '18:30', step: '', minutes: '75', title: 'Kept' };

  test.each(['sessions', 'choosing'])('is refused by name in %s', async (what) => {
    const { circle, cookie } = await lisbonCircle();
    const url = `/circles/${circle.slug}/${what}/new`;
    const form = { ...typed, submissionKey: randomUUID() };
    const mars = await ask(url, { cookie, form: { ...form, zone: 'Mars/Olympus_Mons' } });
    expect(mars.status).toBe(422);
    expect(mars.body).toContain('does not know the time zone “Mars/Olympus_Mons”');
    expect(fieldsOn(mars.body)).toMatchObject({ time: '18:30', zone: 'Europe/Lisbon' });
    const none = await ask(url, { cookie, form });
    expect(none.status).toBe(422);
    expect(none.body).toContain('This came without its time zone.');
    const again = await ask(url, { cookie, form: { ...form, ...fieldsOn(none.body), step: '' } });
    expect(again.status).toBe(303);
  });
});
