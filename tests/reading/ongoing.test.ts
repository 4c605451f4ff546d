import { expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import type { ProgressInput } from '#app/reading/progress/forms.ts';
import { standingIn, standingNow } from '#app/reading/progress/queries/standing.server.ts';
import { ongoingIn } from '#app/reading/queries/ongoing-readings.server.ts';
import { currentReading, milestonesOf } from '#app/reading/queries/readings.server.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { as, textOf } from '#tests/circles/visits.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { day, readingIn } from './planned.ts';

async function five() {
  const names = ['Noor', 'Rui', 'Tomasz', 'Amara'] as const;
  const members = await Promise.all(names.map((name) => person(name)));
  const circle = await circleOf({ members });
  return { ...circle, ...(await readingIn(circle.host)) };
}

async function now(member: Member) {
  const { reading, standing } = standingNow(member, await ongoingIn(member));
  return { reading, standing };
}

test('where one stands is on the circle’s page what it is on the reading’s', async () => {
  const { members, host, readingId, ids } = await five();
  const [noor, rui, tomasz] = members as [Member, Member, Member];
  const said: [Member, ProgressInput][] = [
    [noor, { what: 'place', page: 65 }],
    [rui, { what: 'sections', read: ids.slice(0, 1) }],
    [tomasz, { what: 'place', percent: 0 }],
    [noor, { what: 'sections', read: ids }],
  ];
  for (const [who, form] of [null, ...said].map((one) => one ?? ([noor, null] as const))) {
    if (form) expect(await saveProgress(who, readingId, form)).toMatchObject({ ok: true });
    for (const member of [...members, host]) {
      const reading = (await currentReading(member)) ?? expect.fail('no reading');
      const standing = await standingIn(member, reading);
      expect(await now(member)).toEqual({ reading, standing });
    }
  }
});

test('nobody reads in another circle what is read in this one', async () => {
  await five();
  const other = await circleOf();
  expect(await now(other.host)).toEqual({ reading: null, standing: null });
});

test('a meeting is read for also when its milestone’s reading has ended', async () => {
  const { host, members, readingId } = await five();
  const [, milestone] = await milestonesOf(host);
  const milestoneId = milestone?.id ?? expect.fail('no milestone');
  await sessionIn(host, { milestoneId, date: day(3) }, { now: new Date() });
  const noor = members[0] ?? expect.fail();
  const words = () =>
    Promise.all(
      ['/', `/circles/${host.circle.slug}`].map(async (page) =>
        textOf(await as(noor.viewer, page)),
      ),
    );
  for (const page of await words()) expect(page).toContain('Chapters 3 and 4');
  expect(await endSeason(host, readingId, { day: day(6), zone: 'Europe/Madrid' })).toMatchObject({
    ok: true,
  });
  for (const page of await words()) expect(page).toContain('Chapters 3 and 4');
});
