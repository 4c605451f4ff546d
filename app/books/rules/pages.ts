/** Pages of sections. Pure and without imports: views use it in the browser. */
export interface Paged {
  startPage: number | null;
  endPage: number | null;
}

/**
 * Gives each section its end page: the one before the next section begins. Where the next begins on
 * the same page, both have that page. The last section ends at `lastPage`, or null when not known.
 */
export function withEndPages<S extends { startPage: number | null }>(
  sections: readonly S[],
  lastPage: number | null = null,
): (S & Paged)[] {
  let next: number | null = null;
  return [...sections]
    .reverse()
    .map((section) => {
      const { startPage } = section;
      if (startPage === null) return { ...section, startPage, endPage: null };
      const end: number | null = next === null ? lastPage : next - 1;
      next = startPage;
      return { ...section, startPage, endPage: end === null ? null : Math.max(startPage, end) };
    })
    .reverse();
}

/** How many different pages these sections cover; a section without an end counts one. */
export function pagesOf(sections: readonly Paged[]): number {
  const ranges = sections
    .flatMap(({ startPage, endPage }) =>
      startPage === null
        ? []
        : [{ from: startPage, to: Math.max(startPage, endPage ?? startPage) }],
    )
    .sort((a, b) => a.from - b.from);
  let pages = 0;
  let covered = 0;
  for (const { from, to } of ranges) {
    if (to <= covered) continue;
    pages += to - Math.max(from, covered + 1) + 1;
    covered = to;
  }
  return pages;
}
