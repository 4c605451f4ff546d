/** What becomes of a book's sections when others are written in their place. */
interface Named {
  title: string;
}

/** What tells that two sections are one: its title, whatever its number, capitals and marks. */
const keyOf = ({ title }: Named) =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Gives a section that is written anew the id of one that would go and is called the same: a pasted
 * table of contents names most of them again.
 */
export function withIdsOf<S extends Named & { id?: number | undefined }>(
  before: readonly (Named & { id: number })[],
  sections: readonly S[],
): S[] {
  const kept = new Set(sections.map(({ id }) => id));
  const going = before.filter(({ id }) => !kept.has(id));
  return sections.map((section) => {
    if (section.id !== undefined) return section;
    const same = going.findIndex((one) => keyOf(one) !== '' && keyOf(one) === keyOf(section));
    const [found] = same < 0 ? [] : going.splice(same, 1);
    return found ? { ...section, id: found.id } : section;
  });
}

/** Those that go with nothing after them that stays: whoever has read the rest has read all there is. */
export function cutOff<S extends { id: number }>(
  before: readonly S[],
  kept: ReadonlySet<number | undefined>,
): S[] {
  const last = before.findLastIndex(({ id }) => kept.has(id));
  return before.slice(last + 1);
}

/**
 * The section that each one which goes leaves its notes to: the next of the old ones that stays, else
 * the book's last. Never an earlier one as long as there is a later: who has not read that far would
 * read what was said of it.
 * @param before the ids as they were, in order
 * @param after the ids as they are to be, in order; not empty
 */
export function heirsOf(before: readonly number[], after: readonly number[]): Map<number, number> {
  const stays = new Set(after);
  const last = after.at(-1);
  const heirs = new Map<number, number>();
  before.forEach((id, index) => {
    if (stays.has(id)) return;
    const heir = before.slice(index).find((one) => stays.has(one)) ?? last;
    if (heir !== undefined) heirs.set(id, heir);
  });
  return heirs;
}
