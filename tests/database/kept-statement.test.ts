import { beforeAll, expect, test } from 'vitest';
import type { Host } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { keptStatement } from '#db/kept-statement.server.ts';
import { circleOf, person } from '#tests/support/cast.ts';

let ines: Host;
let noor: Host;
beforeAll(async () => {
  ines = (await circleOf({ host: await person('Ines') })).host;
  noor = (await circleOf({ host: await person('Noor') })).host;
});

test('a kept statement is built once, and asked with the values of each who asks', async () => {
  let built = 0;
  const rolesIn = keptStatement((of: { circleId: number; since: Date }) => {
    built++;
    return db
      .selectFrom('membership')
      .select(['person_id', 'role'])
      .where(inCircle(of, 'membership'))
      .where('joined_at', '>', of.since)
      .limit(5);
  });
  const [long, soon] = [new Date(0), new Date(Date.now() + 60_000)];
  const answers = await Promise.all([
    rolesIn({ circleId: ines.circleId, since: long }),
    rolesIn({ circleId: noor.circleId, since: long }),
    rolesIn({ since: soon, circleId: noor.circleId }),
    rolesIn({ circleId: ines.circleId, since: long }),
  ]);
  const [first, second] = [ines, noor].map(({ personId }) => [
    { person_id: personId, role: 'host' },
  ]);
  expect(answers).toEqual([first, second, [], first]);
  expect(built).toBe(1);
});

test('it has the circle’s clause like any other', async () => {
  const everybody = keptStatement((_: object) => db.selectFrom('membership').select('person_id'));
  await expect(everybody({})).rejects.toThrow(/circle/);
});
