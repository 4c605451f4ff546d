import type { Fault } from '#tests/faults/fault.ts';
import { type Press, runRaces } from '#tests/faults/races.ts';
import { seat } from '#tests/faults/writes.ts';

/** Two people take the last seat at once, each of them twice, over two processes. */
export const lastSeat: Fault = {
  name: 'last-seat',
  words: 'Race for the last seat, two processes',
  tries: { long: 1_000, short: 25 },
  async run(ground, tries) {
    const installation = await ground.installation();
    const { community, query } = installation;
    const circles = await community.open(tries, { seats: 3, free: 1 });
    const races = circles.map((circle, nth) => (): Press[] => {
      const { writers } = community;
      const two = [writers[nth % writers.length], writers[(nth + 1) % writers.length]];
      return two.flatMap((writer) => (writer ? [{ writer, write: seat(writer, circle) }] : []));
    });
    const outcome = await runRaces(installation, races);
    const empty = await query<{ slug: string }>(
      `select slug from circle where id = any($1)
         and seats > (select count(*) from membership where circle_id = circle.id)`,
      [circles.map(({ id }) => id)],
    );
    for (const { slug } of empty) outcome.wrong.push(`nobody got the last seat of ${slug}`);
    return outcome;
  },
};
