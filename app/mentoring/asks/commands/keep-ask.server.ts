import type { Asker } from '#app/access/proofs.ts';
import type { AskTextInput, KeepAskInput } from '#app/mentoring/asks/forms.ts';
import {
  type AskRow,
  isSameText,
  lockedAsk,
  textOf,
  writeText,
} from '#app/mentoring/asks/rows/ask-row.server.ts';
import { renderedAsk, type Unshowable } from '#app/mentoring/asks/rows/rendered.server.ts';
import { type AskState, askAfter } from '#app/mentoring/asks/rules/ask.ts';
import { askEdits } from '#app/mentoring/limits.server.ts';
import { db, type Tx } from '#db/database.server.ts';

/** An ask as it stands, beside what was typed. */
export interface StandingAsk extends AskTextInput {
  html: string;
  version: number;
}

/** Why a text is left as it is. */
export type NotKept =
  | { ok: false; reason: Unshowable | 'gone' | 'closed' | 'untitled' }
  | { ok: false; reason: 'changed'; theirs: StandingAsk };

export type Kept = { ok: true; html: string; version: number } | NotKept;

/**
 * Keeps what an ask says: of a draft over what it said, of an open one beside it. Where it was
 * changed since `form.version`, it is left alone and handed back.
 * @param options.onlyDraft leaves alone what others read
 */
export async function keepAsk(
  asker: Asker,
  form: KeepAskInput,
  { now = new Date(), onlyDraft = false } = {},
): Promise<Kept> {
  const rendered = await renderedAsk(form.body);
  if (!rendered.ok) return rendered;
  return db.transaction().execute(async (tx): Promise<Kept> => {
    const ask = await lockedAsk(tx, asker);
    if (!ask) return { ok: false, reason: 'gone' };
    if (onlyDraft && ask.state !== 'draft') {
      return { ok: true, html: ask.body_html, version: form.version };
    }
    const kept = await keepText(tx, ask, { ...form, html: rendered.html }, now);
    if (kept.ok && kept.version !== ask.version && ask.state !== 'draft') {
      await askEdits.count(tx, asker.personId);
    }
    return kept;
  });
}

/** The same of an ask that is locked, for whoever does more with it. */
export async function keepText(
  tx: Tx,
  ask: AskRow,
  form: KeepAskInput & { html: string },
  now: Date,
): Promise<Kept> {
  if (askAfter(ask.state as AskState, 'save') === null) return { ok: false, reason: 'closed' };
  const { title, body, neededBy, html } = form;
  const text = { title, body, neededBy };
  if (isSameText(text, textOf(ask))) {
    return { ok: true, html: ask.body_html, version: ask.version };
  }
  if (form.version !== ask.version) {
    const theirs = { ...textOf(ask), html: ask.body_html, version: ask.version };
    return { ok: false, reason: 'changed', theirs };
  }
  if (ask.state !== 'draft' && title === '') return { ok: false, reason: 'untitled' };
  return { ok: true, html, version: await writeText(tx, ask, { ...text, html }, now) };
}
