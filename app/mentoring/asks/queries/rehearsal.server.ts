import type { Asker } from '#app/access/proofs.ts';
import { askRow, textOf } from '#app/mentoring/asks/rows/ask-row.server.ts';
import type { AskState } from '#app/mentoring/asks/rules/ask.ts';
import { type Check, checksOf } from '#app/mentoring/asks/rules/checks.ts';
import { todayIn } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';
import type { AskSource } from './source-view.ts';
import { sourcesOf } from './sources.server.ts';

/** An ask where its asker writes it. */
export interface AskToWrite {
  id: number;
  circleId: number | null;
  title: string;
  body: string;
  /** sanitised */
  html: string;
  /** YYYY-MM-DD */
  neededBy: string | null;
  state: AskState;
  version: number;
  checks: Check[];
  source: AskSource | null;
}

/** The asker's own, whatever state it is in. */
export async function askToWrite(
  asker: Asker,
  { now = new Date() } = {},
): Promise<AskToWrite | null> {
  const [row, sources] = await Promise.all([
    askRow(db, asker).executeTakeFirst(),
    sourcesOf(asker.viewer, [asker.askId], { now }),
  ]);
  if (!row) return null;
  const text = textOf(row);
  return {
    ...{ id: row.id, circleId: row.circle_id, ...text, html: row.body_html },
    ...{ state: row.state as AskState, version: row.version },
    checks: checksOf(text, todayIn(asker.viewer.timeZone, now)),
    source: sources.get(row.id) ?? null,
  };
}
