import type { Asker } from '#app/access/proofs.ts';
import type { AskTextInput } from '#app/mentoring/asks/forms.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Executor, Tx } from '#db/database.server.ts';

/** An ask stands in no circle: its rows are its asker's. */
export const theirs = <On extends Executor>(on: On): On =>
  acrossCircles(on, 'an ask is its asker’s, whatever circle it was begun in');

/** An ask of the asker's own. */
export const askRow = (on: Executor, { askId, personId }: Asker) =>
  theirs(on)
    .selectFrom('ask')
    .select([
      ...(['id', 'circle_id', 'title', 'body', 'body_html', 'needed_by', 'source_kind'] as const),
      ...(['state', 'version', 'opened_at', 'closed_as', 'saved_at'] as const),
    ])
    .where('id', '=', askId)
    .where('asker_id', '=', personId);

export type AskRow = NonNullable<
  Awaited<ReturnType<ReturnType<typeof askRow>['executeTakeFirst']>>
>;

export const lockedAsk = (tx: Tx, asker: Asker) => askRow(tx, asker).forUpdate().executeTakeFirst();

export const textOf = ({ title, body, needed_by }: AskRow): AskTextInput => ({
  ...{ title, body, neededBy: needed_by },
});

export const isSameText = (one: AskTextInput, other: AskTextInput) =>
  one.title === other.title && one.body === other.body && one.neededBy === other.neededBy;

/** Writes a new text; what others could read before is kept. @returns the version it has now */
export async function writeText(
  tx: Tx,
  ask: AskRow,
  text: AskTextInput & { html: string },
  now: Date,
): Promise<number> {
  const version = ask.version + 1;
  if (ask.state !== 'draft') {
    const { title, body, body_html } = ask;
    await tx
      .insertInto('ask_version')
      .values({ ask_id: ask.id, version: ask.version, title, body, body_html, replaced_at: now })
      .execute();
  }
  await theirs(tx)
    .updateTable('ask')
    .set({
      ...{ title: text.title, body: text.body, body_html: text.html, needed_by: text.neededBy },
      ...{ version, saved_at: now },
    })
    .where('id', '=', ask.id)
    .execute();
  return version;
}
