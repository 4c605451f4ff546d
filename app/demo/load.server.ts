import { type Kysely, sql } from 'kysely';
import type { SeedCommunity } from '#app/demo/community/types.ts';
import type { Tx } from '#db/database.server.ts';
import type { DB } from '#db/schema.ts';
import { insertApart } from './apart.server.ts';
import { insertChoices } from './choices.server.ts';
import { insertCircle } from './circles.server.ts';
import { anchorOf } from './days.server.ts';
import { insertDiscussions } from './discussions.server.ts';
import { insertInboxes } from './inboxes.server.ts';
import type { CircleGround } from './mentoring/ground.server.ts';
import { insertMentoring } from './mentoring/load.server.ts';
import { insertPeople } from './people.server.ts';
import { insertPolls } from './polls.server.ts';
import { insertProgress } from './progress.server.ts';
import { insertReading } from './reading.server.ts';
import { insertRecipes } from './recipes.server.ts';
import { insertRecords } from './records.server.ts';
import { renderNotes } from './rendered.server.ts';
import { insertSeason } from './seasons.server.ts';
import { insertSessions } from './sessions.server.ts';
import { insertShelf } from './shelves.server.ts';
import { signInLinks } from './sign-in-links.server.ts';

// Any number: two processes started with --demo at once load it once.
const LOCK = 8_106_274_001;

/**
 * Loads the demo community into an empty installation, once, and makes fresh sign-in links.
 * @throws Error in words for the terminal when other people live here: nothing is loaded then
 */
export async function loadDemoOnce(
  db: Kysely<DB>,
  now = new Date(),
): Promise<{ label: string; path: string }[]> {
  const { community } = await import('#app/demo/community/community.ts');
  if (!(await isLoaded(db, community))) await load(db, community, now);
  return signInLinks(db, community);
}

async function load(db: Kysely<DB>, community: SeedCommunity, now: Date): Promise<void> {
  const htmlOf = await renderNotes(community);
  // Rows are written directly: the demo needs a past, which the commands rightly refuse to write.
  await db.transaction().execute(async (tx) => {
    // On a slow machine the other of two may load for longer than any request would wait.
    await sql`set local lock_timeout = '1min'`.execute(tx);
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    if (await isLoaded(tx, community)) return;
    const personId = await insertPeople(tx, community, now);
    const grounds = new Map<string, CircleGround>();
    for (const circle of community.circles) {
      const book = bookIn(community, circle.reading.book);
      const anchor = anchorOf(community.anchorWeekday, circle.timeZone, now);
      const place = await insertCircle(tx, circle, anchor, personId);
      const { season } = circle;
      if (season) {
        await insertSeason(place, season, bookIn(community, season.reading.book), htmlOf);
      }
      const reading = await insertReading(place, book);
      await insertProgress(place, reading);
      await insertChoices(place, reading);
      const sessionIds = await insertSessions(place, reading);
      await insertPolls(place, sessionIds);
      await insertRecords(place, sessionIds, htmlOf);
      await insertRecipes(place, sessionIds);
      const noteId = await insertDiscussions(place, reading, sessionIds, htmlOf);
      await insertInboxes(place);
      const { circleId } = place;
      grounds.set(circle.key, { circleId, timeZone: circle.timeZone, sessionIds, noteId });
    }
    for (const one of community.apart) await insertApart(tx, one, personId);
    for (const shelf of community.shelves) {
      await insertShelf(tx, shelf, anchorOf(community.anchorWeekday, 'UTC', now), personId);
    }
    const circle = (key: string) => found(grounds.get(key), `circle ${key}`);
    await insertMentoring({ tx, now, personId, htmlOf, circle }, community);
  });
}

function bookIn({ books }: SeedCommunity, key: string) {
  return found(
    books.find((one) => one.key === key),
    `book ${key}`,
  );
}

function found<T>(thing: T | undefined, called: string): T {
  if (thing === undefined) throw new Error(`There is no ${called} in the demo.`);
  return thing;
}

/** @throws Error when people are here and the demo is not */
async function isLoaded(executor: Kysely<DB> | Tx, { circles }: SeedCommunity): Promise<boolean> {
  const { rows } = await sql<{ people: boolean; demo: boolean }>`
    select exists (select from person) as people,
      exists (select from circle where slug = ${circles[0]?.key}) as demo`.execute(executor);
  const [found] = rows;
  if (found?.people && !found.demo) {
    throw new Error(
      'People of your own are here, so the demo community was not loaded: start without --demo, or with an empty DATA_DIR (or database).',
    );
  }
  return found?.demo ?? false;
}
