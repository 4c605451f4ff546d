import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { archiveCircle, reopenCircle } from '#app/circles/commands/archive-circle.server.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { recommit } from '#app/seasons/commands/recommit.server.ts';
import { settleList } from '#app/seasons/commands/settle-list.server.ts';
import { turnSeasons } from '#app/seasons/commands/turn-seasons.server.ts';
import { lastWrap } from '#app/seasons/queries/waiting.server.ts';
import { member } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { answerOn, day, seasonOf, wrapIfAny, wrapSeenBy } from './season.ts';

const subjects = async (who: Member) =>
  (await mailTo(who.viewer.email)).map(({ subject }) => subject);

test.each([
  ['its job', async () => {}],
  ['the hour', turnSeasons],
])(
  'a list whose day ends while the circle is archived opens when it is back, untold, by %s',
  async (_, turn) => {
    const { circle, host, members, readingId } = await seasonOf();
    const [noor] = members as [Member];
    await endSeason(host, readingId, answerOn(10));
    await recommit(noor, readingId, 'staying');
    const before = await subjects(noor);
    await archiveCircle(circle.host);
    await db
      .updateTable('wrap')
      .set({ answer_by: sql`opened_at + interval '1 ms'` })
      .where('reading_id', '=', readingId)
      .execute();
    const seen = async () => {
      const now = await member(noor.viewer, circle.slug);
      const { recommitting } = await wrapSeenBy(now, readingId);
      const opened = db.selectFrom('list_opening').select('at').where('reading_id', '=', readingId);
      return {
        ...{ page: recommitting.open, staying: recommitting.staying.map(({ name }) => name) },
        ...{ line: (await lastWrap(now))?.open, opened: (await opened.execute()).length },
      };
    };
    await settleList({ circleId: circle.id, readingId });
    await turnSeasons();
    expect(await seen()).toEqual({ page: false, staying: [], line: false, opened: 0 });

    await reopenCircle(circle.host);
    await turn();
    expect(await subjects(noor)).toEqual(before);
    expect(await seen()).toEqual({ page: true, staying: ['Noor'], line: true, opened: 1 });
    await turnSeasons();
    expect(await subjects(noor)).toEqual(before);
  },
);

test('a season that ends while the circle is archived turns when it is back, with days to answer', async () => {
  const { circle, host, readingId } = await seasonOf(1, { endsOn: day(-1) });
  await archiveCircle(circle.host);
  await turnSeasons();
  expect(await wrapIfAny(host, readingId)).toBeNull();
  await reopenCircle(circle.host);
  await turnSeasons();
  const { recommitting } = await wrapSeenBy(host, readingId);
  expect(recommitting).toMatchObject({ open: false });
  expect(recommitting.answerBy.slice(0, 10)).toBe(day(10));
});

test('one that ended long before is left to its facilitator', async () => {
  const { circle, host, readingId } = await seasonOf(1, { startsOn: day(-80), endsOn: day(-20) });
  await archiveCircle(circle.host);
  await turnSeasons();
  await reopenCircle(circle.host);
  await turnSeasons();
  expect(await wrapIfAny(host, readingId)).toBeNull();
  expect(await subjects(host)).toEqual([]);
});
