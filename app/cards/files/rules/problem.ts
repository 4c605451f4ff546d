/** Why a card or deck cannot be shown, and where to look. Lines count from 1. */
export interface Problem {
  line: number;
  reason: string;
}

/** A problem in a named file, as the check and the log print it. */
export interface FiledProblem extends Problem {
  /** below the folder of the decks: `openers/what-i-put-down.mdx` */
  file: string;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Folder and file names become addresses. */
export function slugProblem(slug: string): Problem | null {
  if (SLUG.test(slug) && slug.length <= 60) return null;
  return {
    line: 1,
    reason: `“${slug}” cannot be an address: use up to 60 small letters, digits and single hyphens`,
  };
}
