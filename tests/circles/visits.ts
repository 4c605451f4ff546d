import type { Viewer } from '#app/access/proofs.ts';
import { type Asking, ask, signInCookie } from '#tests/support/ask.ts';

/** What a page says, without its markup and scripts. */
export const textOf = ({ body }: { body: string }): string =>
  body
    .replace(/<(script|style|svg|option)\b.*?<\/\1>/gs, '')
    .replace(/<!-- -->|<\/?bdi>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** Asks as a signed-in person. */
export async function as(who: Viewer, path: string, asking: Asking = {}) {
  return ask(path, { ...asking, cookie: await signInCookie(who) });
}

/** Posts a form as a signed-in person. */
export const post = (who: Viewer, path: string, form: Record<string, string> = {}) =>
  as(who, path, { form: { confirmed: 'yes', ...form } });
