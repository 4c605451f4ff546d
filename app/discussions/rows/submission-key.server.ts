import { createHash } from 'node:crypto';

/** Always the same uuid for the same values. */
function uuidOf(...values: unknown[]): string {
  const hex = createHash('sha256').update(JSON.stringify(values)).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * A page from the browser's history carries a used key with another text. That is another
 * submission, and must not be taken for a repeated one: this is its key, the same each time that
 * very text is sent.
 */
export const keyOfAnother = (submissionKey: string, body: string) => uuidOf(submissionKey, body);

/** All that was sent under a key: the same text about something else is no repeated submission. */
export const digestOf = (...sent: (string | number | null)[]) => uuidOf(...sent);
