import { sql } from 'kysely';
import type { AskReader } from '#app/access/proofs.ts';
import type { AskState, ClosedAs } from '#app/mentoring/asks/rules/ask.ts';
import type { OfferState } from '#app/mentoring/offers/rules/offer.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Tx } from '#db/database.server.ts';

const BETWEEN = 'an ask is between its asker and whom it reaches';

export interface LockedAsk {
  id: number;
  askerId: number;
  state: AskState;
  closedAs: ClosedAs | null;
  version: number;
}

/**
 * An ask, locked: whoever answers it, takes an answer up or closes it waits. It is locked before any
 * offer to it, and an offer before the row of `helping`.
 */
export async function lockedAsk(tx: Tx, askId: number): Promise<LockedAsk | undefined> {
  const row = await acrossCircles(tx, BETWEEN)
    .selectFrom('ask')
    .select(['id', 'asker_id as askerId', 'state', 'closed_as as closedAs', 'version'])
    .where('id', '=', askId)
    .forUpdate()
    .executeTakeFirst();
  return row as LockedAsk | undefined;
}

export interface MyOffer {
  id: number;
  state: OfferState;
  faced: string;
  until: string | null;
  version: number;
}

/** What somebody answered before; null when they have not. */
export async function offerOf(tx: Tx, askId: number, helperId: number): Promise<MyOffer | null> {
  const row = await tx
    .selectFrom('offer')
    .select(['id', 'state', 'faced', 'until', 'version'])
    .where('ask_id', '=', askId)
    .where('helper_id', '=', helperId)
    .forUpdate()
    .executeTakeFirst();
  return (row as MyOffer | undefined) ?? null;
}

/** Why an ask takes no answer of somebody. */
export type NoAnswer =
  | 'own'
  | 'closed'
  /** it says something else since they read it */
  | 'edited'
  /** the circle it was asked in is at rest, or they are in it no more */
  | 'unreached'
  /** the two have a conversation */
  | 'taken';

interface Seen {
  version: number;
}

type Answerable =
  | { ok: true; ask: LockedAsk; mine: MyOffer | null }
  | { ok: false; reason: NoAnswer };

/** An ask that takes an answer of its reader at this moment, locked, with what they answered before. */
export async function answerable(tx: Tx, reader: AskReader, seen: Seen): Promise<Answerable> {
  if (reader.isAsker) return { ok: false, reason: 'own' };
  const ask = await lockedAsk(tx, reader.askId);
  const mine = await offerOf(tx, reader.askId, reader.personId);
  if (mine?.state === 'taken') return { ok: false, reason: 'taken' };
  if (ask?.state !== 'open') return { ok: false, reason: 'closed' };
  if (await isEdited(tx, ask, seen)) return { ok: false, reason: 'edited' };
  if (!(await reaches(tx, reader))) return { ok: false, reason: 'unreached' };
  return { ok: true, ask, mine };
}

/** Whether it says something else than it did; to whom it went, and that it was opened again, does not matter. */
async function isEdited(tx: Tx, ask: LockedAsk, seen: Seen): Promise<boolean> {
  if (seen.version >= ask.version) return seen.version > ask.version;
  const since = await tx
    .selectFrom('ask_version')
    .select('version')
    .where('ask_id', '=', ask.id)
    .where('version', '>=', seen.version)
    .limit(1)
    .execute();
  return since.length > 0;
}

async function reaches(tx: Tx, { askId, personId }: AskReader): Promise<boolean> {
  const { rows } = await sql`
    select from ask_reach r
    where r.ask_id = ${askId} and case when r.circle_id is null then r.person_id = ${personId}
      else exists (select from membership m
          where m.circle_id = r.circle_id and m.person_id = ${personId})
        and not exists (select from circle_archive a where a.circle_id = r.circle_id) end
    limit 1`.execute(acrossCircles(tx, BETWEEN));
  return rows.length > 0;
}

/** Somebody answered something: what was counted of their silence begins anew. */
export async function endSilence(tx: Tx, personId: number): Promise<void> {
  await tx
    .updateTable('helping')
    .set({ unanswered: 0, resting_since: null })
    .where('person_id', '=', personId)
    .where(({ eb, or }) => or([eb('unanswered', '>', 0), eb('resting_since', 'is not', null)]))
    .execute();
}
