import type { Member } from '#app/access/proofs.ts';
import { holdAnew } from '#app/notifications/inbox/commands/hold-anew.server.ts';
import type { ProgressInput } from '#app/reading/progress/forms.ts';
import { db } from '#db/database.server.ts';
import { markSections, readUpTo } from './mark-sections.server.ts';
import { reachPlace } from './reach-place.server.ts';
import { shareProgress } from './share-progress.server.ts';

type Saved =
  | { ok: true; at?: Date }
  | { ok: false; reason: 'gone' }
  | { ok: false; reason: 'past-the-end'; lastPage: number };

/**
 * Saves what a member said of their progress in a reading, in whichever way they said it. Notes that
 * waited for it in their inbox are new there now.
 */
export async function saveProgress(
  member: Member,
  readingId: number,
  form: ProgressInput,
  clock: { now?: Date } = {},
): Promise<Saved> {
  const saved = await save(member, readingId, form, clock);
  if (saved.ok && form.what !== 'sharing') {
    await holdAnew(db, member, { personId: member.personId }, clock.now);
  }
  return saved;
}

async function save(
  member: Member,
  readingId: number,
  form: ProgressInput,
  clock: { now?: Date },
): Promise<Saved> {
  switch (form.what) {
    case 'upTo':
      return readUpTo(member, readingId, form.sectionId, clock);
    case 'sections':
      return markSections(member, readingId, form.read, clock);
    case 'place':
      return reachPlace(member, readingId, form, clock);
    case 'sharing':
      await shareProgress(member, form.sharing === 'by-name', clock);
      return { ok: true };
  }
}
