import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { addBook } from '#app/books/commands/add-book.server.ts';
import { castBallot } from '#app/choosing/ballot/commands/cast-ballot.server.ts';
import { closeChoice } from '#app/choosing/commands/close-choice.server.ts';
import { removeMember } from '#app/circles/commands/members.server.ts';
import { addDays } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { choosing, now, ranks } from './support.ts';

const day = (away: number) => addDays(new Date().toISOString().slice(0, 10), away);

/** The options that are chosen in the selects of a page, in order. */
const places = (body: string) =>
  [...body.matchAll(/<select[^>]*aria-label="Place of ([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, title, options = '']) => [title, /<option value="(\d*)" selected/.exec(options)?.[1] ?? ''],
  );

describe('opening', () => {
  let circle: Awaited<ReturnType<typeof circleOf>>;
  let cookie: string;
  let path: string;
  beforeAll(async () => {
    circle = await circleOf({ members: [await person('Noor')] });
    cookie = await signInCookie(circle.host.viewer);
    path = `/circles/${circle.slug}/choosing`;
  });

  test('an hour that clocks skip is refused beside its field, and the next one can be taken', async () => {
    // In Madrid clocks go forward on the last Sunday of March.
    const year = new Date().getUTCFullYear() + 1;
    const march = new Date(Date.UTC(year, 2, 31));
    const date = `${year}-03-${31 - march.getUTCDay()}`;
    const form = {
      step: '',
      submissionKey: randomUUID(),
      date,
      time: '02:30',
      zone: 'Europe/Madrid',
    };
    const refused = await ask(`${path}/new`, { cookie, form });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('This time never comes that day.');
    expect(refused.body).toContain(`value="${date}"`);
    const step = `take:${date}T03:00`;
    const taken = await ask(`${path}/new`, { cookie, form: { ...form, step } });
    expect(taken.body).toMatch(/name="time"[^>]*value="03:00"|value="03:00"[^>]*name="time"/);
    expect(taken.body).toContain(form.submissionKey);
  });

  test('a day too far away is refused; a good one opens it, and everyone finds it', async () => {
    const form = {
      step: '',
      submissionKey: randomUUID(),
      date: day(300),
      time: '20:00',
      zone: 'Europe/Madrid',
    };
    expect((await ask(`${path}/new`, { cookie, form })).body).toContain('within 92 days');
    const opened = await ask(`${path}/new`, { cookie, form: { ...form, date: day(7) } });
    expect(opened.location).toMatch(/\/choosing\/\d+$/);
    const [noor] = circle.members as [Member];
    const theirs = await signInCookie(noor.viewer);
    const choice = opened.location ?? '';
    const propose = { submissionKey: randomUUID(), title: 'Accelerate', why: 'Numbers.' };
    const proposed = await ask(`${choice}/proposals/new`, { cookie: theirs, form: propose });
    expect(proposed.location).toBe(choice);
    for (const page of ['/', `/circles/${circle.slug}`, path]) {
      const { body } = await ask(page, { cookie: theirs });
      expect(body, page).toContain('Which book next?');
      expect(body, page).toContain('You have not ranked yet');
    }
  });
});

describe('a proposal', () => {
  test('is refused beside its field with everything kept, and twice is refused kindly', async () => {
    const { members, circle, choiceId, host } = await choosing('Noor');
    const [noor] = members as [Member];
    const cookie = await signInCookie(noor.viewer);
    const path = `/circles/${circle.slug}/choosing/${choiceId}/proposals/new`;
    const form = {
      submissionKey: randomUUID(),
      title: '',
      author: 'Somebody',
      isbn: '9781491973890',
      pages: 'many',
      why: 'Because.',
    };
    const refused = await ask(path, { cookie, form });
    expect(refused.status).toBe(422);
    for (const words of [
      ...['Say which book.', 'This is no ISBN', 'How many pages, as a whole number'],
      ...['value="Somebody"', 'value="9781491973890"', 'Because.</textarea>'],
    ]) {
      expect(refused.body).toContain(words);
    }
    const again = { submissionKey: randomUUID(), title: 'peopleware', why: 'Because.' };
    const twice = await ask(path, { cookie, form: again });
    expect(twice.body).toContain('Peopleware is proposed already. You can rank it first.');
    await addBook(host, {
      ...{ title: 'An Elegant Puzzle', subtitle: '', author: 'Will Larson', isbn: null },
      ...{ lastPage: 280, submissionKey: randomUUID() },
      sections: [{ kind: 'chapter', label: '1', title: 'One', startPage: 13 }],
    });
    const page = await ask(path, { cookie });
    const bookId = /<option value="(\d+)">An Elegant Puzzle, Will Larson/.exec(page.body)?.[1];
    expect(bookId).toBeDefined();
    const own = { submissionKey: randomUUID(), bookId: bookId ?? '', title: '', why: '' };
    expect((await ask(path, { cookie, form: own })).status).toBe(303);
    expect((await ask(path.replace('/proposals/new', ''), { cookie })).body).toContain('280 pages');
  });
});

describe('a ballot without scripts', () => {
  let cookie: string;
  let path: string;
  let made: Awaited<ReturnType<typeof choosing>>;
  beforeAll(async () => {
    made = await choosing('Noor');
    const [noor] = made.members as [Member];
    cookie = await signInCookie(noor.viewer);
    path = `/circles/${made.circle.slug}/choosing/${made.choiceId}`;
  });
  const form = (...given: string[]) => {
    const rows = [made.a, made.b, made.c].map((id, index) => [
      [`ranks[${index}].proposal`, String(id)],
      [`ranks[${index}].rank`, given[index] ?? ''],
    ]);
    return { step: '', version: '0', ...Object.fromEntries(rows.flat()) };
  };

  test('with two of one rank, or none, is refused and kept as it was', async () => {
    const twice = await ask(`${path}/ballot`, { cookie, form: form('2', '', '2') });
    expect(twice.status).toBe(422);
    expect(twice.body.match(/-error">Two books are second\./g)).toHaveLength(2);
    expect(places(twice.body)).toEqual([
      ['Accelerate', '2'],
      ['Team Topologies', ''],
      ['Peopleware', '2'],
    ]);
    const none = await ask(`${path}/ballot`, { cookie, form: form() });
    expect(none.status).toBe(422);
    expect(none.body).toContain('Give at least one book a place');
  });

  test('its buttons move a book and keep nothing yet', async () => {
    const up = { ...form('1', '2', ''), step: `up:${made.c}` };
    const moved = await ask(`${path}/ballot`, { cookie, form: up });
    expect(places(moved.body)).toEqual([
      ['Accelerate', '1'],
      ['Team Topologies', '2'],
      ['Peopleware', '3'],
    ]);
    const again = { ...form('1', '2', '3'), step: `up:${made.b}` };
    expect(places((await ask(`${path}/ballot`, { cookie, form: again })).body)).toEqual([
      ['Team Topologies', '1'],
      ['Accelerate', '2'],
      ['Peopleware', '3'],
    ]);
    expect((await ask(path, { cookie })).body).toContain('Nobody has ranked yet.');
  });

  test('is kept, shown to its owner, and taken back', async () => {
    const cast = await ask(`${path}/ballot`, { cookie, form: form('', '1', '4') });
    expect(cast.location).toBe(path);
    expect(places((await ask(`${path}/ballot`, { cookie })).body)).toEqual([
      ['Team Topologies', '1'],
      ['Peopleware', '2'],
      ['Accelerate', ''],
    ]);
    const stale = await ask(`${path}/ballot`, { cookie, form: form('1', '', '') });
    expect(stale.status).toBe(422);
    expect(stale.body).toContain('You ranked in another window meanwhile.');
    expect(stale.body).toContain('What is kept now');
    expect(places(stale.body)[0]).toEqual(['Accelerate', '1']);
    const back = await ask(`${path}/ballot`, { cookie, form: { ...form(), step: 'take-back' } });
    expect(back.location).toBe(path);
    expect((await ask(path, { cookie })).body).toContain('Nobody has ranked yet.');
  });

  test('once it has closed is refused, with what was chosen kept', async () => {
    await ranks(made.host, made.choiceId, made.a);
    await closeChoice(made.host, made.choiceId, { now });
    const late = await ask(`${path}/ballot`, { cookie, form: form('', '', '1') });
    expect(late.status).toBe(422);
    expect(late.body).toContain('It has closed, so nothing changes any more.');
    expect(places(late.body).at(-1)).toEqual(['Peopleware', '1']);
    const page = await ask(`${path}/ballot`, { cookie });
    expect(page.body).toContain('This choice is over');
  });
});

test('who is removed while voting is told that the circle is no longer theirs', async () => {
  const { circle, host, members, choiceId, a } = await choosing('Noor');
  const [noor] = members as [Member];
  const cookie = await signInCookie(noor.viewer);
  await ranks(noor, choiceId, a);
  await removeMember(host, noor.personId, '');
  const path = `/circles/${circle.slug}/choosing/${choiceId}/ballot`;
  const form = { version: '1', 'ranks[0].proposal': String(a), 'ranks[0].rank': '1' };
  expect((await ask(path, { cookie, form })).status).toBe(404);
  // Proved a member, and removed before the ballot was written.
  const late = castBallot(noor, choiceId, { ranking: [a], version: 1 }, { now });
  await expect(late).rejects.toMatchObject({ code: '23503' });
});

describe('the result', () => {
  test('is explained round by round, and its form makes it a reading', async () => {
    const { circle, host, members, choiceId, a, b, c } = await choosing('Noor', 'Sam', 'Lena');
    const [noor, sam, lena] = members as [Member, Member, Member];
    await ranks(host, choiceId, a);
    await ranks(noor, choiceId, a);
    await ranks(sam, choiceId, b);
    await ranks(lena, choiceId, c, a);
    await closeChoice(host, choiceId, { now });
    const path = `/circles/${circle.slug}/choosing/${choiceId}`;
    const asMember = await signInCookie(noor.viewer);
    const shown = await ask(path, { cookie: asMember });
    expect(shown.body).toContain('Your circle chose');
    expect(shown.body).toContain('Team Topologies and Peopleware are level.');
    expect(shown.body).toContain('Its one vote goes to Accelerate.');
    expect(shown.body).toContain('Accelerate has three of four votes: more than half.');
    expect(shown.body).not.toContain('Make it the next reading');
    const cookie = await signInCookie(host.viewer);
    expect((await ask(path, { cookie })).body).toContain('Make it the next reading');
    const wrong = await ask(`${path}/reading`, { cookie, form: { startsOn: '', weeks: '1' } });
    expect(wrong.body).toContain('Say when the reading starts.');
    expect(wrong.body).toContain('At least 2 weeks.');
    const form = { startsOn: day(5), weeks: '7' };
    const started = await ask(`${path}/reading`, { cookie, form });
    expect(started.location).toMatch(/\/reading\/books\/\d+$/);
    const again = await ask(`${path}/reading`, { cookie, form });
    expect(again.location).toBe(started.location);
    const room = await ask(`/circles/${circle.slug}/reading`, { cookie });
    expect(room.body).toContain('Enter its chapters');
    // Without milestones yet, none of its pages is in the way.
    const reading = /\/reading\/(\d+)\/edit/.exec(room.body)?.[1];
    const pages = ['', `/reading/${reading}`, `/reading/${reading}/progress`];
    for (const page of pages) {
      const answer = await ask(`/circles/${circle.slug}${page}`, { cookie: asMember });
      expect(answer.status, page).toBe(200);
    }
    for (const page of ['edit', 'replanning', 'ending']) {
      const answer = await ask(`/circles/${circle.slug}/reading/${reading}/${page}`, { cookie });
      expect(answer.status, page).toBe(200);
    }
  });

  test('whose days another reading has is refused beside the field', async () => {
    const { circle, host, choiceId, a } = await choosing();
    const { bookId } = await addBook(host, {
      ...{ title: 'Now', subtitle: '', author: '', isbn: null },
      ...{ lastPage: 9, submissionKey: randomUUID(), sections: [] },
    });
    await db
      .insertInto('reading')
      .values({
        circle_id: circle.id,
        book_id: bookId,
        starts_on: day(-9),
        ends_on: day(30),
        created_by: host.personId,
        submission_key: randomUUID(),
      })
      .execute();
    await ranks(host, choiceId, a);
    await closeChoice(host, choiceId, { now });
    const cookie = await signInCookie(host.viewer);
    const path = `/circles/${circle.slug}/choosing/${choiceId}`;
    const form = { startsOn: day(5), weeks: '7' };
    const refused = await ask(`${path}/reading`, { cookie, form });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('The circle reads Now from');
    expect(refused.body).toContain(`value="${day(5)}"`);
    expect(refused.body).toContain('value="7"');
  });
});
