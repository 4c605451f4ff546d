import type { Viewer } from '#app/access/proofs.ts';
import { log } from '#app/platform/log.server.ts';
import { databasePool } from '#db/database.server.ts';

const READ = `
update inbox_item set read_at = now()
where circle_id = (select id from circle where slug = $1) and person_id = $2 and read_at is null
  and (topic = any($3::text[]) or topic ^@ any($4::text[]))
returning held`;

/** Whose browser has a page on its screen: of a loader, its visit. */
interface Seen {
  viewer: Viewer;
  peek: boolean;
}

/**
 * Notes that a person has the things of a circle on their screen which these topics name; 'person:*'
 * names all of a kind. Nothing is asked where none of it is new or a browser only fetches ahead,
 * and reading never fails for it.
 * @param circle its slug
 */
export async function markRead(
  { viewer, peek }: Seen,
  circle: string,
  topics: readonly string[],
): Promise<void> {
  if (peek || !mayBeNew(viewer, topics)) return;
  const kinds = topics.filter((topic) => topic.endsWith('*'));
  try {
    const { rows } = await databasePool().query<{ held: boolean }>({
      text: READ,
      values: [circle, viewer.personId, topics, kinds.map((kind) => kind.slice(0, -1))],
    });
    viewer.inbox.unread -= rows.filter(({ held }) => !held).length;
  } catch (error) {
    // Reading goes on: at worst the line is new once more.
    log.warn({ err: error }, 'a line of an inbox was not marked read');
  }
}

/** Where more may be new than is known, any of it may be. */
const mayBeNew = ({ inbox }: Viewer, topics: readonly string[]) =>
  inbox.topics?.some((unread) =>
    topics.some((topic) =>
      topic.endsWith('*') ? unread.startsWith(topic.slice(0, -1)) : unread === topic,
    ),
  ) ?? true;
