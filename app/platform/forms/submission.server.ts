import { createHash } from 'node:crypto';

/**
 * What tells a form that arrived twice from another one under the same key (a page from the
 * browser's history, typed in anew): kept with what it made.
 */
export const digestOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url');

/** Whether what was saved under a key came of this very form; true where no digest was kept. */
export const isSameForm = (kept: string | null, content: unknown): boolean =>
  kept === null || kept === digestOf(content);
