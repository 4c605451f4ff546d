import type { Viewer } from '#app/access/proofs.ts';
import { lockReportFor } from '#app/mentoring/reports/rows/recipient.server.ts';
import { db } from '#db/database.server.ts';

/**
 * Says that somebody saw to what was handed to them, or that they do not yet: who handed it over
 * reads that, and nobody else. Twice is once.
 * @returns false where it was not handed to them
 */
export function settleReport(
  viewer: Viewer,
  reportId: number,
  settled: boolean,
  { now = new Date() }: { now?: Date } = {},
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (!(await lockReportFor(tx, viewer, reportId))) return false;
    await tx
      .updateTable('conversation_report')
      .set({ settled_at: settled ? now : null })
      .where('id', '=', reportId)
      .where('settled_at', settled ? 'is' : 'is not', null)
      .execute();
    return true;
  });
}
