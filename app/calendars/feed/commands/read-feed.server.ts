import { createHash } from 'node:crypto';
import { feedStatement } from '#app/calendars/feed/rows/feed-statement.server.ts';
import { feedText } from '#app/calendars/feed/rules/feed-text.server.ts';
import { feedReads } from '#app/calendars/limits.server.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { daysAfter, HOUR } from '#app/time/spans.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

export type FeedRead =
  | { ok: true; text: string; etag: string; changedAt: Date | null }
  | { ok: false; reason: 'unknown' }
  | { ok: false; reason: 'too-often'; retryAfter: number };

/** What was is in it for about a month. */
const DAYS_BACK = 31;

/** Reads what stands behind an address, and keeps that it was read, once an hour. */
export async function readFeed(
  token: string,
  { now = new Date() }: { now?: Date } = {},
): Promise<FeedRead> {
  const tokenHash = hashToken(token);
  const may = await feedReads.take(tokenHash);
  if (!may.ok) return { ok: false, reason: 'too-often', retryAfter: may.retryAfter };
  const since = daysAfter(now, -DAYS_BACK);
  const { rows } = await feedStatement(tokenHash, { since, now }).execute(
    acrossCircles(db, 'a person’s own circles'),
  );
  const [feed] = rows;
  if (!feed) return { ok: false, reason: 'unknown' };
  if (!feed.readAt || now.getTime() - feed.readAt.getTime() > HOUR) {
    await db
      .updateTable('calendar_feed')
      .set({ read_at: now })
      .where('id', '=', feed.feedId)
      .execute();
  }
  const read = feedText(rows);
  const etag = `"${createHash('sha256').update(read.text).digest('base64url').slice(0, 27)}"`;
  return { ok: true, ...read, etag };
}
