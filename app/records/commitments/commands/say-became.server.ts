import type { Member } from '#app/access/proofs.ts';
import type { BecameInput } from '#app/records/commitments/forms.ts';
import type { Became } from '#app/records/commitments/rules.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

type Said =
  | { ok: true; sessionId: number }
  | { ok: false; reason: 'gone' }
  /** it was said, or changed, in another window meanwhile */
  | { ok: false; reason: 'changed' };

/**
 * Says what became of a commitment of the member's, with a line. One that changed since
 * `form.version` is left alone; the same twice is once.
 */
export async function sayBecame(
  member: Member,
  commitmentId: number,
  { became, word, version }: Pick<BecameInput, 'became' | 'word' | 'version'>,
  { now = new Date() } = {},
): Promise<Said> {
  return db.transaction().execute(async (tx): Promise<Said> => {
    const saved = await mine(tx, member, commitmentId);
    if (!saved) return { ok: false, reason: 'gone' };
    const { sessionId } = saved;
    if (saved.became === became && saved.word === word) return { ok: true, sessionId };
    if (saved.version !== version) return { ok: false, reason: 'changed' };
    await write(tx, member, commitmentId, { became, word, became_at: now, version: version + 1 });
    return { ok: true, sessionId };
  });
}

/** Nothing is said of it any more. Twice is once. */
export async function unsayBecame(member: Member, commitmentId: number): Promise<Said> {
  return db.transaction().execute(async (tx): Promise<Said> => {
    const saved = await mine(tx, member, commitmentId);
    if (!saved) return { ok: false, reason: 'gone' };
    if (saved.became !== null) {
      const version = saved.version + 1;
      await write(tx, member, commitmentId, { became: null, word: '', became_at: null, version });
    }
    return { ok: true, sessionId: saved.sessionId };
  });
}

const mine = (tx: Tx, member: Member, commitmentId: number) =>
  tx
    .selectFrom('commitment')
    .select(['session_id as sessionId', 'became', 'word', 'version'])
    .where(inCircle(member, 'commitment'))
    .where('id', '=', commitmentId)
    .where('person_id', '=', member.personId)
    .where('taken_back_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

interface BecameColumns {
  became: Became | null;
  word: string;
  became_at: Date | null;
  version: number;
}

const write = (tx: Tx, member: Member, commitmentId: number, columns: BecameColumns) =>
  tx
    .updateTable('commitment')
    .set(columns)
    .where(inCircle(member, 'commitment'))
    .where('id', '=', commitmentId)
    .execute();
