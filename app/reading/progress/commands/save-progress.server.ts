import type { Member } from '#app/access/proofs.ts';
import type { ProgressInput } from '#app/reading/progress/forms.ts';
import { markSections, readUpTo } from './mark-sections.server.ts';
import { reachPlace } from './reach-place.server.ts';
import { shareProgress } from './share-progress.server.ts';

type Saved =
  | { ok: true; at?: Date }
  | { ok: false; reason: 'gone' }
  | { ok: false; reason: 'past-the-end'; lastPage: number };

/** Saves what a member said of their progress in a reading, in whichever way they said it. */
export async function saveProgress(
  member: Member,
  readingId: number,
  form: ProgressInput,
  clock: { now?: Date } = {},
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
