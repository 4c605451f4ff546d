import { randomUUID } from 'node:crypto';
import type { SeedRound, SeedTold } from '#app/demo/community/mentoring/types.ts';
import { ago } from '#app/demo/days.server.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { insertDrafts } from './asks.server.ts';
import type { Ground } from './ground.server.ts';

/** Writes a session at which everybody asks, with what was written for it so far. */
export async function insertRound(ground: Ground, seed: SeedRound): Promise<void> {
  const { tx, evening, personId, circle } = ground;
  const { circleId, sessionIds, timeZone } = circle(seed.circle);
  const session_id = sessionIds[seed.session] ?? 0;
  const of = { circle_id: circleId, session_id };
  const setAt = ago(evening, seed.daysAgo);
  const set_by = personId(seed.setBy);
  await tx
    .insertInto('ask_round')
    .values({ ...of, set_by, set_at: setAt })
    .execute();
  const drafts = await insertDrafts(
    ground,
    seed.asks.map((ask) => ({ ...ask, circle: seed.circle, to: [] })),
  );
  await tx
    .insertInto('round_ask')
    .values(
      drafts.map(({ id, seed: { by, daysAgo } }) => ({
        ...{ ...of, person_id: personId(by), ask_id: id, at: ago(evening, daysAgo) },
      })),
    )
    .execute();
  const set = { occasion: 'round-set', thing: session_id, detail: {} } as const;
  await tell(tx, { circleId, circle: { timeZone } }, { ...set, by: set_by, at: setAt });
}

/** Writes what people were told and will do, and with which of it a board was opened. */
export async function insertTold(ground: Ground, all: SeedTold[]): Promise<void> {
  const { tx, evening, personId, htmlOf, circle } = ground;
  for (const { by, daysAgo, told, will, opening, circle: key } of all) {
    const { circleId, timeZone } = circle(key);
    const at = ago(evening, daysAgo);
    const { id } = await tx
      .insertInto('told')
      .values({
        ...{ circle_id: circleId, person_id: personId(by), at, submission_key: randomUUID() },
        ...{ told, told_html: htmlOf(told), will, will_html: htmlOf(will) },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (opening) {
      await tx
        .insertInto('board_opening')
        .values({ circle_id: circleId, told_id: id, at })
        .execute();
    }
    const happened = { occasion: 'told', thing: id, detail: {} } as const;
    await tell(tx, { circleId, circle: { timeZone } }, { ...happened, by: personId(by), at });
  }
}
