import { randomUUID } from 'node:crypto';
import type { SeedAsk, SeedReach } from '#app/demo/community/mentoring/types.ts';
import { ago, dayAt } from '#app/demo/days.server.ts';
import { MINUTES_ON_AGENDA } from '#app/mentoring/asks/rules/reach.ts';
import { ageBrings } from '#app/mentoring/asks/rules/silence.server.ts';
import { makeRoomOnAgenda } from '#app/sessions/agenda/rows/room-on-agenda.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { across, type Ground } from './ground.server.ts';

export interface WrittenAsk {
  id: number;
  seed: SeedAsk;
}

/** Writes asks and whom they went to. @returns them in the order of the seed */
export async function insertAsks(ground: Ground, asks: SeedAsk[]): Promise<WrittenAsk[]> {
  const written = await insertDrafts(ground, asks);
  await insertReach(ground, written);
  return written;
}

/** Writes asks, and not whom they go to. @returns them in the order of the seed */
export async function insertDrafts(ground: Ground, asks: SeedAsk[]): Promise<WrittenAsk[]> {
  const keyed = asks.map((seed) => ({ seed, key: randomUUID() }));
  const rows = await across(ground)
    .insertInto('ask')
    .values(keyed.map(({ seed, key }) => ({ ...askRow(ground, seed), submission_key: key })))
    .returning(['id', 'submission_key'])
    .execute();
  const ids = new Map(rows.map(({ id, submission_key }) => [submission_key, id]));
  return keyed.map(({ seed, key }) => ({ seed, id: ids.get(key) ?? 0 }));
}

function askRow(ground: Ground, seed: SeedAsk) {
  const { evening, personId, htmlOf, circle } = ground;
  const at = ago(evening, seed.daysAgo);
  const isDraft = seed.to.length === 0;
  const closedAt = seed.closed ? ago(evening, seed.closed.daysAgo) : null;
  return {
    ...{ asker_id: personId(seed.by), title: seed.title },
    ...{ body: seed.body, body_html: htmlOf(seed.body) },
    circle_id: seed.circle === undefined ? null : circle(seed.circle).circleId,
    needed_by: seed.neededInDays === undefined ? null : dayAt(evening, seed.neededInDays),
    ...sourceColumns(ground, seed),
    state: isDraft ? 'draft' : seed.closed ? 'closed' : 'open',
    ...{ created_at: at, saved_at: at, opened_at: isDraft ? null : at },
    nudges: isDraft ? 0 : weeksHeardOf(at, closedAt ?? ground.now),
    ...{ closed_at: closedAt, closed_as: seed.closed?.as ?? null },
  };
}

function sourceColumns({ circle }: Ground, { by, circle: key, from }: SeedAsk) {
  if (!from) return {};
  if ('deck' in from) {
    return { source_kind: 'card', source_deck: from.deck, source_card: from.card };
  }
  if (key === undefined) throw new Error(`An ask of ${by} comes from a note of no circle.`);
  return { source_kind: from.as, source_note_id: circle(key).noteId(from.thread, from.note) };
}

/** Whoever asks has heard already of the weeks that an ask is open: no mail of them is due. */
function weeksHeardOf(openedAt: Date, until: Date): number {
  const due = ageBrings(openedAt, 0, until);
  return due?.act === 'nudge' ? due.nudges : 0;
}

async function insertReach(ground: Ground, asks: WrittenAsk[]): Promise<void> {
  const { evening } = ground;
  const items = await insertAgendaItems(ground, asks);
  const rows = asks.flatMap(({ id, seed }) =>
    seed.to.flatMap((to) =>
      reachRows(ground, to).map((reach) => ({
        ...{ ask_id: id, at: ago(evening, seed.daysAgo), ...reach },
        agenda_item_id: 'session_id' in reach ? (items.get(id) ?? null) : null,
      })),
    ),
  );
  await across(ground).insertInto('ask_reach').values(rows).execute();
}

function reachRows({ personId, circle }: Ground, to: SeedReach) {
  if ('person' in to) return [{ kind: 'person', person_id: personId(to.person) }];
  if ('site' in to) return to.site.map((key) => ({ kind: 'site', person_id: personId(key) }));
  const { circleId: circle_id, sessionIds } = circle(to.circle);
  if (!('session' in to)) return [{ kind: 'circle', circle_id }];
  return [{ kind: 'session', circle_id, session_id: sessionIds[to.session] ?? 0 }];
}

/** What is brought to a session stands before what closes its agenda. @returns the items by their ask */
async function insertAgendaItems(ground: Ground, asks: WrittenAsk[]): Promise<Map<number, number>> {
  const brought = asks.flatMap(({ id, seed }) =>
    seed.to.flatMap((to) => ('session' in to ? [{ id, title: seed.title, to }] : [])),
  );
  const items = new Map<number, number>();
  for (const { id, title, to } of brought) {
    const { circleId, sessionIds } = ground.circle(to.circle);
    const sessionId = sessionIds[to.session] ?? 0;
    const agenda = await ground.tx
      .selectFrom('agenda_item')
      .select(['deck', 'position'])
      .where(inCircle({ circleId }, 'agenda_item'))
      .where('session_id', '=', sessionId)
      .orderBy('position')
      .execute();
    const after = await makeRoomOnAgenda(ground.tx, { circleId }, sessionId, agenda, 1);
    const item = await ground.tx
      .insertInto('agenda_item')
      .values({
        ...{ circle_id: circleId, session_id: sessionId },
        ...{ title, minutes: MINUTES_ON_AGENDA, position: after + 1 },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    items.set(id, item.id);
  }
  return items;
}
