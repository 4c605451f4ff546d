import { expect, test } from 'vitest';
import { tidyInboxes } from '#app/notifications/inbox/commands/tidy-inboxes.server.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

const DAY = 24 * 60 * 60 * 1000;
const ago = (days: number) => new Date(Date.now() - days * DAY);

test('lines go sixty days after they were read, and a year after they happened, however many', async () => {
  const people = await Promise.all([person('Noor'), person('Rui')]);
  const circle = await circleOf({ members: people });
  const line = { circle_id: circle.id, member_of: circle.id, kind: 'note', for_you: false };
  const rows = people.flatMap(({ personId: person_id }) => [
    ...Array.from({ length: 6_000 }, (_, n) => ({
      ...{ ...line, person_id, topic: `note:${n}`, at: ago(100), read_at: ago(61) },
    })),
    { ...line, person_id, topic: 'read lately', at: ago(400), read_at: ago(59) },
    { ...line, person_id, topic: 'never read', at: ago(366), read_at: null },
    { ...line, person_id, topic: 'never read, held', at: ago(366), read_at: null, held: true },
    { ...line, person_id, topic: 'not read yet', at: ago(364), read_at: null },
  ]);
  for (let from = 0; from < rows.length; from += 2_000)
    await db
      .insertInto('inbox_item')
      .values(rows.slice(from, from + 2_000))
      .execute();
  await tidyInboxes();
  const left = await db.selectFrom('inbox_item').select(['person_id', 'topic']).execute();
  expect(left.map(({ topic }) => topic).sort()).toEqual([
    ...['not read yet', 'not read yet'],
    ...['read lately', 'read lately'],
  ]);
});
