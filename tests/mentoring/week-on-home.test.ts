import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { as, post, textOf } from '#tests/circles/visits.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { conversationOf, openAsk } from './scene.ts';
import { askedOnTuesdays, plan, weekAt, weeksOf } from './weeks.ts';

// A clock that the test sets: a Tuesday, and what comes after it.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});
const later = (iso: string) => vi.setSystemTime(new Date(iso));

const home = async (who: Parameters<typeof as>[0]) => textOf(await as(who, '/'));

describe('on home', () => {
  test('this week’s person is one quiet line, until they have said what became of it', async () => {
    const noor = await person('Noor');
    await circleOf({ members: [noor] });
    await askedOnTuesdays(noor, new Date('2026-11-30T12:00:00Z'));
    expect(await home(noor)).not.toContain('This week, one person Whom');
    const week = await weekAt(noor, '2026-12-01T10:00:00Z');
    expect(await home(noor)).toContain('This week, one person Whom will you ask?');
    await plan(await viewer(noor), week);
    expect(await home(noor)).toContain(
      'Dan When I next see him after stand-up, I will ask what he hears when I send a reminder.',
    );
    const path = `/week/${week?.id}/result`;
    const said = (act: string, version: string) => post(noor, path, { act, version, back: 'home' });
    expect(await said('asked', '2')).toMatchObject({ status: 303, location: '/' });
    expect(await home(noor)).toContain('They answered No reply yet Let it go');
    // A page that was left open says what is no more.
    await said('let_go', '2');
    expect((await weeksOf(noor))[0]?.result).toBe('asked');
    await said('answered', '3');
    expect(await home(noor)).not.toContain('Dan');
    later('2026-12-08T10:00:00Z');
    await weekAt(noor, '2026-12-08T10:00:00Z');
    expect(await home(noor)).toContain('Whom will you ask?');
    later('2026-12-16T10:00:00Z');
    expect(await home(noor)).not.toContain('Whom will you ask?');
  });

  test('nobody else’s home, inbox or page says a word of it', async () => {
    const noor = await person('Noor');
    const rui = await person('Rui');
    const circle = await circleOf({ members: [noor, rui] });
    await askedOnTuesdays(noor, new Date('2026-11-30T12:00:00Z'));
    const week = await weekAt(noor, '2026-12-01T10:00:00Z');
    await plan(await viewer(noor), week, { name: 'Zaffre Dan', will: 'ask for zaffre things' });
    for (const path of ['/', '/inbox', '/week', '/giving', `/circles/${circle.slug}`]) {
      expect((await as(rui, path)).body).not.toContain('affre');
    }
    expect((await as(noor, '/')).body).toContain('Zaffre Dan');
    for (const path of ['', '/result', '/kept', '/forgetting']) {
      expect((await as(rui, `/week/${week?.id}${path}`)).status).toBe(404);
    }
  });

  test('what they asked for and where they helped is a twig, said once; nothing where nothing is', async () => {
    const noor = await person('Noor');
    const rui = await person('Rui');
    await circleOf({ members: [noor, rui] });
    expect(await home(noor)).not.toContain('Only you see this');
    await openAsk(noor, { at: new Date('2026-09-10T12:00:00Z') });
    await conversationOf(rui, noor, { at: new Date('2026-10-10T12:00:00Z') });
    const { body } = await as(noor, '/');
    expect(textOf({ body })).toContain(
      'September to now Above the stem, what you asked for: once since September. Below it, where you helped: once. Only you see this. Month by month',
    );
    expect(body).toContain('aria-label="Since September: you asked once and helped once"');
  });
});
