import type { Member } from '#app/access/proofs.ts';
import type { About } from '#app/discussions/forms.ts';
import { furthestRead } from '#app/reading/progress/queries/own-progress.server.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * The section a new note is about: what its author chose, else its thread's, else as far as its
 * author says to have read. Null when it gives nothing away.
 */
export async function stampOf(
  tx: Tx,
  member: Member,
  about: About,
  ofThread: number | null,
  now: Date,
): Promise<number | null> {
  if (about === 'none') return null;
  return about ?? ofThread ?? (await furthestRead(tx, member, { now }));
}

/** Whether the section that was chosen, if one was, is of the circle's books. */
export async function aboutInCircle(tx: Tx, member: Member, about: About): Promise<boolean> {
  if (about === null || about === 'none') return true;
  const row = await tx
    .selectFrom('section')
    .select('id')
    .where(inCircle(member, 'section'))
    .where('id', '=', about)
    // Until this is written its book keeps it.
    .forKeyShare()
    .executeTakeFirst();
  return row !== undefined;
}
