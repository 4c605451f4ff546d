import type { Viewer } from '#app/access/proofs.ts';
import { log } from '#app/platform/log.server.ts';
import { databasePool } from '#db/database.server.ts';

const READ = `
update inbox_item set read_at = now()
where circle_id = $1 and person_id = $2 and topic = any($3::text[]) and read_at is null
returning held`;

/**
 * Notes that a person had the things of a circle on their screen which these topics name. Nothing is
 * asked where nothing waits for them, and reading never fails for it.
 */
export async function markRead(
  viewer: Viewer,
  circleId: number,
  topics: readonly string[],
): Promise<void> {
  if (viewer.inbox.unread === 0) return;
  try {
    const { rows } = await databasePool().query<{ held: boolean }>({
      text: READ,
      values: [circleId, viewer.personId, topics],
    });
    viewer.inbox.unread -= rows.filter(({ held }) => !held).length;
  } catch (error) {
    // Reading goes on: at worst the line is new once more.
    log.warn({ err: error }, 'a line of an inbox was not marked read');
  }
}
