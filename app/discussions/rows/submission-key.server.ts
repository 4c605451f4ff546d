import { createHash } from 'node:crypto';

/**
 * A page from the browser's history carries a used key with another text. That is another
 * submission, and must not be taken for a repeated one: this is its key, the same each time that
 * very text is sent.
 */
export function keyOfAnother(submissionKey: string, ...text: (string | number)[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([submissionKey, ...text]))
    .digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
