import type { Asker } from '#app/access/proofs.ts';
import type { EditAskInput } from '#app/mentoring/asks/forms.ts';
import type { Audience, Audiences } from '#app/mentoring/asks/queries/audience-view.ts';
import { audiencesOf } from '#app/mentoring/asks/queries/audiences.server.ts';
import { type AskRow, lockedAsk, theirs } from '#app/mentoring/asks/rows/ask-row.server.ts';
import { renderedAsk } from '#app/mentoring/asks/rows/rendered.server.ts';
import { tellOfAsk } from '#app/mentoring/asks/rows/tell-of-ask.server.ts';
import {
  digestInField,
  MINUTES_ON_AGENDA,
  type Reach,
  reachOf,
  spelled,
} from '#app/mentoring/asks/rules/reach.ts';
import { asks } from '#app/mentoring/limits.server.ts';
import { holdSession } from '#app/mentoring/rows/hold-session.server.ts';
import { bringToAgenda } from '#app/sessions/agenda/commands/bring-to-agenda.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { keepAsk, keepText, type NotKept } from './keep-ask.server.ts';

/** Why an ask went nowhere, of whom it was to go to. */
export type NotSent =
  | {
      ok: false;
      reason: 'nobody-chosen' | 'nobody-fits' | 'no-circle' | 'no-person' | 'nobody-there';
    }
  | { ok: false; reason: 'cancelled' | 'over' | 'full' | 'oneself' }
  /** other people now than the page named */
  | { ok: false; reason: 'others-now' }
  /** in words */
  | { ok: false; reason: 'not-asked'; words: string };

export type Sent = { ok: true; repeated: boolean } | NotKept | NotSent;

/** What was typed into a draft is kept all the same. */
type Refused = Exclude<Sent, { ok: true }> & { version: number };

/**
 * Sends an ask to the people that its page named, or to more of them: in one transaction with what
 * it says. Where it cannot go, nothing of it does, and a draft stays one.
 */
export async function sendAsk(
  asker: Asker,
  form: EditAskInput,
  { now = new Date() } = {},
): Promise<Extract<Sent, { ok: true }> | Refused> {
  const sent = await sendOrUndo(asker, form, now);
  if (sent.ok) return sent;
  if (sent.reason === 'changed') return { ...sent, version: form.version };
  const kept = await keepAsk(asker, form, { now, onlyDraft: true });
  return { ...sent, version: kept.ok ? kept.version : form.version };
}

async function sendOrUndo(asker: Asker, form: EditAskInput, now: Date): Promise<Sent> {
  const reach = reachOf(form.to, form.person);
  if (!reach) return { ok: false, reason: 'nobody-chosen' };
  const rendered = await renderedAsk(form.body);
  if (!rendered.ok) return rendered;
  let outcome: Sent = { ok: false, reason: 'gone' };
  try {
    await db.transaction().execute(async (tx) => {
      outcome = await send(tx, asker, { ...form, html: rendered.html }, reach, now);
      if (!outcome.ok) throw new Unsent();
    });
  } catch (error) {
    if (!(error instanceof Unsent)) throw error;
  }
  return outcome;
}

/** Undoes what was written before it turned out that it cannot go. */
class Unsent extends Error {}

async function send(
  tx: Tx,
  asker: Asker,
  form: EditAskInput & { html: string },
  reach: Reach,
  now: Date,
): Promise<Sent> {
  if (reach.kind === 'session' && isMine(asker, reach)) {
    await holdSession(tx, reach, reach.sessionId);
  }
  const ask = await lockedAsk(tx, asker);
  if (!ask) return { ok: false, reason: 'gone' };
  const { title, body } = form;
  const audiences = await audiencesOf(asker, { now, on: tx, typed: { title, body } });
  const isRepeat = ask.state === 'open' && wentThere(audiences, reach, form.version < ask.version);
  if (isRepeat) return { ok: true, repeated: true };
  const kept = await keepText(tx, ask, form, now);
  if (!kept.ok) return kept;
  if (title === '') return { ok: false, reason: 'untitled' };
  const chosen = choose(audiences, asker, reach, form.named);
  if (!chosen.ok) return chosen;
  const reached = await reachThem(tx, asker, ask, { title, rows: chosen.rows }, now);
  if (!reached.ok) return reached;
  await theirs(tx)
    .updateTable('ask')
    .set((row) => ({ state: 'open', opened_at: now, nudges: 0, version: row('version', '+', 1) }))
    .where('id', '=', ask.id)
    .execute();
  await tellOfAsk(tx, ask.id, reached.ids, now);
  await asks.count(tx, asker.personId);
  return { ok: true, repeated: false };
}

const isMine = ({ viewer }: Asker, { circleId }: { circleId: number }) =>
  viewer.memberships.some(({ circle }) => circle.id === circleId);

/** A row of `ask_reach` to be. */
interface ReachRow {
  kind: 'session' | 'person' | 'circle' | 'site';
  circleId?: number;
  sessionId?: number;
  personId?: number;
}

type Chosen = { ok: true; rows: ReachRow[] } | NotSent;

/** Whom the form means, where they are still those that its page named. */
function choose(audiences: Audiences, { personId }: Asker, reach: Reach, named: string): Chosen {
  if (reach.kind === 'person') {
    if (reach.personId === personId) return { ok: false, reason: 'oneself' };
    const one = audiences.people.find(({ id }) => id === reach.personId);
    if (!one) return { ok: false, reason: 'no-person' };
    if (one.not) return { ok: false, reason: 'not-asked', words: one.not };
    return { ok: true, rows: [{ kind: 'person', personId: one.id }] };
  }
  const audience = audienceAt(audiences, reach);
  if (!audience) {
    if (reach.kind === 'site') return { ok: false, reason: 'nobody-fits' };
    return { ok: false, reason: reach.kind === 'session' ? 'over' : 'no-circle' };
  }
  if (digestInField(named, audience.to) !== audience.digest) {
    return { ok: false, reason: 'others-now' };
  }
  if (audience.people.length === 0) return { ok: false, reason: 'nobody-there' };
  return { ok: true, rows: rowsOf(audiences, audience, reach) };
}

function rowsOf(audiences: Audiences, { people }: Audience, reach: Reach): ReachRow[] {
  if (reach.kind === 'session') {
    const { circleId, sessionId } = reach;
    return [{ kind: 'session', circleId, sessionId }];
  }
  if (reach.kind === 'site') return people.map(({ id }) => ({ kind: 'site', personId: id }));
  const circles =
    reach.kind === 'circles' ? audiences.circles : [{ to: spelled(reach), reached: false }];
  return circles.flatMap(({ to, reached }) => {
    const one = reachOf(to);
    if (reached || one?.kind !== 'circle') return [];
    return [{ kind: 'circle', circleId: one.circleId }];
  });
}

const audienceAt = ({ sessions, circles, all, site }: Audiences, reach: Reach) =>
  [...sessions, ...circles, all, site].find((one) => one?.to === spelled(reach)) ?? null;

/** @param isOlder the form was made before the ask was last changed, or sent */
function wentThere(audiences: Audiences, reach: Reach, isOlder: boolean): boolean {
  if (reach.kind === 'site') return isOlder && audiences.wentToSite;
  if (reach.kind === 'person') {
    return audiences.people.some(({ id, reached }) => id === reach.personId && reached);
  }
  if (reach.kind === 'circles') return audiences.circles.every(({ reached }) => reached);
  return audienceAt(audiences, reach)?.reached === true;
}

type Reached = { ok: true; ids: number[] } | NotSent;

async function reachThem(
  tx: Tx,
  { viewer }: Asker,
  ask: AskRow,
  { title, rows }: { title: string; rows: ReachRow[] },
  now: Date,
): Promise<Reached> {
  const [session] = rows.filter(({ kind }) => kind === 'session');
  let agendaItem: number | null = null;
  if (session) {
    const circle = viewer.memberships.find((one) => one.circle.id === session.circleId)?.circle;
    if (!circle) return { ok: false, reason: 'no-circle' };
    const item = { title, minutes: MINUTES_ON_AGENDA };
    const brought = await bringToAgenda(
      tx,
      { circleId: circle.id },
      session.sessionId ?? 0,
      item,
      now,
    );
    if (!brought.ok)
      return { ok: false, reason: brought.reason === 'gone' ? 'over' : brought.reason };
    agendaItem = brought.itemId;
  }
  const written = await theirs(tx)
    .insertInto('ask_reach')
    .values(
      rows.map(({ kind, circleId, sessionId, personId }) => ({
        ...{ ask_id: ask.id, kind, circle_id: circleId ?? null, session_id: sessionId ?? null },
        ...{ person_id: personId ?? null, at: now },
        agenda_item_id: kind === 'session' ? agendaItem : null,
      })),
    )
    // Somebody asked alone before stays so.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return { ok: true, ids: written.map(({ id }) => id) };
}
