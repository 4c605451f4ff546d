import { sql } from 'kysely';
import type { AskReader, Member } from '#app/access/proofs.ts';
import { offerHelp } from '#app/mentoring/offers/commands/offer-help.server.ts';
import { withdrawAnswer } from '#app/mentoring/offers/commands/withdraw-answer.server.ts';
import type { OfferState } from '#app/mentoring/offers/rules/offer.ts';
import { LimitReached } from '#app/platform/limits/making-limit.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

export type HelpSaid =
  | { ok: true }
  /** not-read: its turn has not come, or the round is over; full: they help as many as they can;
   * often: they answered too often for now */
  | { ok: false; reason: 'not-read' | 'own' | 'full' | 'over' | 'taken' | 'often' };

interface Turn {
  version: number;
  mine: { state: OfferState; faced: string; version: number } | null;
}

/**
 * Says of an ask that is read in a round that a member can help, or takes that back. Twice is once.
 * @param reader of that ask: who may not read it finds none
 */
export async function helpInRound(
  member: Member,
  sessionId: number,
  reader: AskReader,
  help: boolean,
  { now = new Date() }: { now?: Date } = {},
): Promise<HelpSaid> {
  if (reader.isAsker) return { ok: false, reason: 'own' };
  const turn = await turnOf(member, sessionId, reader);
  if (!turn) return { ok: false, reason: 'not-read' };
  const { mine, version } = turn;
  if (!help) {
    // Nothing was said that could be taken back.
    if (mine?.state !== 'made' && mine?.state !== 'taken') return { ok: true };
    const back = await withdrawAnswer(reader, { now });
    return back.ok ? back : { ok: false, reason: 'taken' };
  }
  if (mine?.state === 'made' || mine?.state === 'taken') return { ok: true };
  // What they once told of a time they faced this stands as it was.
  const form = { faced: mine?.faced ?? '', version, answered: mine?.version ?? 0 };
  const offered = await offerHelp(reader, form, { now }).catch(unlessTooMany);
  if (!offered) return { ok: false, reason: 'often' };
  if (offered.ok) return { ok: true };
  if (offered.reason === 'answered') return { ok: true };
  return { ok: false, reason: offered.reason === 'full' ? 'full' : 'over' };
}

function unlessTooMany(error: unknown): null {
  if (error instanceof LimitReached) return null;
  throw error;
}

/** What is read in the round, or was, as long as it is on. */
async function turnOf(
  { circleId, personId }: Member,
  sessionId: number,
  { askId }: AskReader,
): Promise<Turn | null> {
  const { rows } = await sql<Turn>`
    select a.version, (
      select json_build_object('state', o.state, 'faced', o.faced, 'version', o.version)
      from offer o where o.ask_id = a.id and o.helper_id = ${personId}) as mine
    from ask_round r
    join round_ask w on w.circle_id = r.circle_id and w.session_id = r.session_id
    join ask a on a.id = w.ask_id
    where r.circle_id = ${circleId} and r.session_id = ${sessionId} and w.ask_id = ${askId}
      and r.removed_at is null and r.opened_at is not null and r.closed_at is null
      and w.turn is not null and (w.read_at is not null or w.person_id = r.reading_person_id)`.execute(
    acrossCircles(db, 'an ask is its asker’s, and a round sends it to one circle'),
  );
  return rows[0] ?? null;
}
