import type { Member } from '#app/access/proofs.ts';
import type { Unshowable } from '#app/discussions/notes/commands/post-note.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import type { Executor, Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** Why one of the two texts cannot be shown, and which. */
export interface Unshown {
  ok: false;
  reason: Unshowable;
  field: 'told' | 'will';
}

/** Both texts as they are shown, or what is wrong with one of them. */
export async function renderTold({ told, will }: { told: string; will: string }) {
  const [one, other] = await Promise.all([renderMarkdown(told), renderMarkdown(will)]);
  if (!one.ok) return { ok: false, reason: one.reason, field: 'told' } satisfies Unshown;
  if (!other.ok) return { ok: false, reason: other.reason, field: 'will' } satisfies Unshown;
  return { ok: true as const, told_html: one.html, will_html: other.html };
}

/** A member's own, locked. */
export const lockOwnTold = (tx: Tx, member: Member, toldId: number) =>
  ownTold(tx, member, toldId).forUpdate().executeTakeFirst();

export const ownTold = (on: Executor, member: Member, toldId: number) =>
  on
    .selectFrom('told')
    .select(['id', 'told', 'told_html', 'will', 'will_html', 'version', 'taken_back_at'])
    .where(inCircle(member, 'told'))
    .where('id', '=', toldId)
    .where('person_id', '=', member.personId);
