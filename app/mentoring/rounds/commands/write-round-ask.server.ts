import { randomUUID } from 'node:crypto';
import type { Member } from '#app/access/proofs.ts';
import { askAfter, MOST_DRAFTS } from '#app/mentoring/asks/rules/ask.ts';
import { roundAsks } from '#app/mentoring/limits.server.ts';
import type { RoundAskInput } from '#app/mentoring/rounds/forms.ts';
import { lockedRound } from '#app/mentoring/rounds/rows/locked-round.server.ts';
import {
  bringToRound,
  lockedMine,
  type OwnAsk,
  sendWritten,
} from '#app/mentoring/rounds/rows/round-asks.server.ts';
import { canBring } from '#app/mentoring/rounds/rules/round.ts';
import { digestOf, isSameForm } from '#app/platform/forms/submission.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db, type Tx } from '#db/database.server.ts';

type Unwritten =
  | 'gone'
  | 'closed'
  /** it is out already: it is changed where every open ask is */
  | 'sent'
  | 'drafts'
  /** why its text cannot be shown */
  | 'tangled'
  | 'empty'
  | 'busy';

export type RoundAskWritten =
  | { ok: true; sent: boolean }
  | { ok: false; reason: Unwritten }
  | { ok: false; reason: 'changed'; theirs: { title: string; body: string; version: number } };

/**
 * Writes what a member brings to a round, or changes it. It is their draft, which nobody else reads,
 * until the round is opened; in one that is open it goes to the session at once, and has the last turn.
 */
export async function writeRoundAsk(
  member: Member,
  sessionId: number,
  form: RoundAskInput,
  { now = new Date() }: { now?: Date } = {},
): Promise<RoundAskWritten> {
  const rendered = form.body ? await renderMarkdown(form.body) : { ok: true as const, html: '' };
  if (!rendered.ok) return rendered;
  const text = { title: form.title, body: form.body, body_html: rendered.html };
  return db.transaction().execute(async (tx): Promise<RoundAskWritten> => {
    const round = await lockedRound(tx, member, sessionId);
    if (!round) return { ok: false, reason: 'gone' };
    if (round.stage === 'closed' || !canBring(round.session, now)) {
      return { ok: false, reason: 'closed' };
    }
    const mine = await lockedMine(tx, member, sessionId);
    const kept = mine?.ask ?? null;
    if (kept && isSame(kept, form)) return { ok: true, sent: kept.state === 'open' };
    if (mine?.sent || kept?.state === 'open') return { ok: false, reason: 'sent' };
    if (kept?.state === 'draft' && kept.version !== form.version) {
      const { title, body, version } = kept;
      return { ok: false, reason: 'changed', theirs: { title, body, version } };
    }
    if (kept && askAfter(kept.state, 'save') === 'draft') await save(tx, kept, text, now);
    else {
      const made = await make(tx, member, form, text, now);
      if (made === null) return { ok: false, reason: 'drafts' };
      await bringToRound(tx, member, sessionId, made, now);
    }
    if (round.stage !== 'reading') return { ok: true, sent: false };
    await sendWritten(tx, member, sessionId, now);
    return { ok: true, sent: true };
  });
}

const ASKERS = 'an ask is its asker’s';

interface Text {
  title: string;
  body: string;
  body_html: string;
}

const isSame = (kept: OwnAsk, { title, body }: RoundAskInput) =>
  kept.title === title && kept.body === body;

async function save(tx: Tx, { id, version }: OwnAsk, text: Text, now: Date): Promise<void> {
  await acrossCircles(tx, ASKERS)
    .updateTable('ask')
    .set({ ...text, version: version + 1, saved_at: now })
    .where('id', '=', id)
    .execute();
}

/**
 * A draft of these words. One that the same form has made is that one; of another form under its key
 * there is a second. @returns its id; null where the member has as many drafts as are kept
 */
async function make(
  tx: Tx,
  { circleId, personId }: Member,
  form: RoundAskInput,
  text: Text,
  now: Date,
): Promise<number | null> {
  const on = acrossCircles(tx, ASKERS);
  const content = [form.title, form.body];
  const before = await on
    .selectFrom('ask')
    .select(['id', 'state', 'submission_digest'])
    .where('asker_id', '=', personId)
    .where('submission_key', '=', form.submissionKey)
    .executeTakeFirst();
  if (before?.state === 'draft' && isSameForm(before.submission_digest, content)) return before.id;
  const drafts = await on
    .selectFrom('ask')
    .select('id')
    .where('asker_id', '=', personId)
    .where('state', '=', 'draft')
    .limit(MOST_DRAFTS)
    .execute();
  if (drafts.length >= MOST_DRAFTS) return null;
  const made = await on
    .insertInto('ask')
    .values({
      ...{ ...text, asker_id: personId, circle_id: circleId, created_at: now, saved_at: now },
      submission_key: before ? randomUUID() : form.submissionKey,
      submission_digest: digestOf(content),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await roundAsks.count(tx, personId);
  return made.id;
}
