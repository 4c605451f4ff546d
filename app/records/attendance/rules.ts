export const CAME = ['came', 'late', 'absent'] as const;
export type Came = (typeof CAME)[number];

/** What is noted of somebody; '': nothing. */
export type Note = Came | '';

/** What a page says of somebody, who read `was` when it was opened. */
export interface Noting {
  personId: number;
  was: Note;
  came: Note;
}

/**
 * Puts what one page says beside what is kept. What it leaves as it read it says nothing; what
 * somebody else noted meanwhile, and otherwise, is never written over.
 */
export function noteBeside(people: readonly Noting[], kept: ReadonlyMap<number, Note>) {
  const said = people.filter(
    ({ personId, was, came }) => came !== was && came !== (kept.get(personId) ?? ''),
  );
  const isOther = ({ personId, was }: Noting) => (kept.get(personId) ?? '') !== was;
  return { toWrite: said.filter((one) => !isOther(one)), differing: said.filter(isOther) };
}

/** Before anybody has noted anything, whoever said they would come is taken to have come. */
export const takenFor = (
  { came, answer }: { came: Came | null; answer: string | null },
  isNoted: boolean,
): Note => came ?? (!isNoted && answer === 'yes' ? 'came' : '');
