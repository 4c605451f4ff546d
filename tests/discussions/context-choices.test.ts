import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Facilitator } from '#app/access/proofs.ts';
import { contextChoices } from '#app/discussions/queries/context-choices.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { DAY } from '#app/time/spans.ts';
import { bookIn } from '#tests/reading/planned.ts';
import { sessionForm, sessionIn } from '#tests/sessions/support.ts';
import { circleOf } from '#tests/support/cast.ts';

async function readingFrom(host: Facilitator, startsOn: string, endsOn: string) {
  const { bookId, ids } = await bookIn(host);
  const plan = {
    startsOn,
    endsOn,
    milestones: [{ title: '', dueOn: endsOn, sectionIds: ids }],
    terms: plainTerms,
  };
  const planning = { ...plan, bookId, submissionKey: randomUUID() };
  const made = await planReading(host, planning, { now: new Date(`${startsOn}T12:00:00Z`) });
  if (!made.ok) throw new Error(made.reason);
  return ids;
}

test('the book of a new thread is the one of the circle’s own day, whatever day the database has', async () => {
  // Fourteen hours ahead: it is tomorrow there at noon of the database.
  const { host } = await circleOf({ timeZone: 'Pacific/Kiritimati' });
  const first = await readingFrom(host, '2098-09-01', '2098-09-14');
  const second = await readingFrom(host, '2098-09-15', '2098-09-28');
  const offered = async (now: string) =>
    (await contextChoices(host, { now: new Date(now) })).sections.map(({ id }) => id);
  expect(await offered('2098-09-14T09:59:00Z')).toEqual(first);
  expect(await offered('2098-09-14T10:00:00Z')).toEqual(second);
});

test('a session is offered with its moment, its zone and its title', async () => {
  const { host } = await circleOf({ timeZone: 'Europe/Madrid' });
  const soon = new Date(Date.now() + 3 * DAY).toISOString().slice(0, 10);
  const id = await sessionIn(host, { date: soon, time: '12:30' }, {});
  const { book, sections, sessions } = await contextChoices(host);
  expect({ book, sections }).toEqual({ book: null, sections: [] });
  const [{ startsAt, ...session } = { startsAt: '' }] = sessions;
  expect(session).toEqual({ id, title: sessionForm().title, timeZone: 'Europe/Madrid' });
  expect(startsAt).toMatch(new RegExp(`^${soon}T1[01]:30:00.000Z$`));
});
