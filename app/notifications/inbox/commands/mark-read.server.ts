import type { Viewer } from '#app/access/proofs.ts';
import { log } from '#app/platform/log.server.ts';
import { databasePool } from '#db/database.server.ts';

const read = (where: string) => `
update inbox_item set read_at = now()
where ${where} and person_id = $1 and read_at is null
  and (topic = any($2::text[]) or topic ^@ any($3::text[]))
returning held`;

const IN_CIRCLE = read('circle_id = (select id from circle where slug = $4)');
const BETWEEN = read('circle_id is null');

/** Whose browser has a page on its screen: of a loader, its visit. */
interface Seen {
  viewer: Viewer;
  peek: boolean;
}

/**
 * Notes that a person has the things of a circle, or between people, on their screen which these
 * topics name; 'person:*' names all of a kind. Nothing is asked where none of it is new or a browser only fetches ahead,
 * and reading never fails for it.
 * @param circle its slug; null for what is between people
 */
export async function markRead(
  { viewer, peek }: Seen,
  circle: string | null,
  topics: readonly string[],
): Promise<void> {
  if (peek || !mayBeNew(viewer, topics)) return;
  const kinds = topics.filter((topic) => topic.endsWith('*'));
  try {
    const { rows } = await databasePool().query<{ held: boolean }>({
      text: circle === null ? BETWEEN : IN_CIRCLE,
      values: [
        ...[viewer.personId, topics, kinds.map((kind) => kind.slice(0, -1))],
        ...(circle === null ? [] : [circle]),
      ],
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
