import { expect } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { itemsOf } from '#app/notifications/inbox/queries/items.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { viewer } from '#tests/support/cast.ts';

const LEFTOVER = /undefined|null|NaN|\[object|Invalid|\$\{|\s\s/;

/** Reads every line in the inboxes of these people: in words, and leading where its reader may look. @returns their kinds */
export async function kindsRead(people: readonly Viewer[]): Promise<string[]> {
  const seen: string[] = [];
  for (const who of people) {
    const reader = await viewer(who);
    const cookie = await signInCookie(reader);
    for (const { kind, title, text, to, inMail } of await itemsOf(reader, 'true', [])) {
      seen.push(kind);
      expect(title).not.toBe('');
      const all = [title, text, inMail?.did, inMail?.headline].filter((one) => one !== undefined);
      expect(all.join(' ')).not.toMatch(LEFTOVER);
      const { status } = await ask(to, { cookie });
      expect({ kind, to, who: reader.name, status }).toMatchObject({ status: 200 });
    }
  }
  return seen;
}
