import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { fillCircles } from './circles.ts';
import { fillDiscussions, threadsIn } from './discussions.ts';
import { type Filling, HEAVY, MEMBER, type Size } from './filling.ts';
import { fillInboxes } from './inboxes.ts';
import { fillInvitations } from './invitations.ts';
import { fillPeople } from './people.ts';
import { fillReadings } from './readings.ts';
import { fillRecords } from './records.ts';
import { fillSeries } from './series.ts';
import { fillSessions } from './sessions.ts';
import { fillShelves } from './shelves.ts';

export interface Community {
  /** the Cookie header of a person */
  cookieOf(personId: number): string;
  /** of the link that a newcomer was sent */
  tokenOf(personId: number): string;
  people: { member: number; heavy: number };
  /** the address of the first circle, where both are */
  circle: string;
  /** what the pages that are measured are about */
  ids: {
    circle: number;
    reading: number;
    /** the next to come, and the last that was */
    session: number;
    held: number;
    series: number;
    poll: number;
    thread: number;
  };
}

/**
 * A community whose circles have all they can have at once: a book half read, seasons behind it,
 * sessions before and to come, a series, a poll, a choice, discussions. The first forty are no richer than the others.
 * @param url of an account that may leave foreign keys unchecked, where there are many rows
 */
export async function fill(url: string, size: Size): Promise<Community> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const secret = randomBytes(15).toString('base64url');
  const run = async (text: string, values: unknown[] = []) => {
    await client.query(text, values);
  };
  try {
    await fillAll({ run, size }, secret);
  } finally {
    await client.end();
  }
  return {
    cookieOf: (personId) => `octavo_sign_in=${secret}-${personId}`,
    tokenOf: (personId) => `${secret}-invitation-${personId}`,
    people: { member: MEMBER, heavy: HEAVY },
    circle: '/circles/tuesday-leads-1',
    ids: {
      ...{ circle: 1, reading: 1, session: 9, held: 8, series: 1, poll: 1 },
      thread: Math.ceil(threadsIn(size) / 2),
    },
  };
}

async function fillAll(filling: Filling, secret: string): Promise<void> {
  const { run, size } = filling;
  // Checking the foreign keys of a million notes would take most of an hour.
  if (size.notes > 100_000) await run('set session_replication_role = replica');
  await run(`insert into site (id, secret) values (1, 'bench') on conflict do nothing`);
  await fillPeople(filling, secret);
  await fillCircles(filling);
  await fillReadings(filling);
  await fillSessions(filling);
  await fillSeries(filling);
  await fillRecords(filling);
  await fillDiscussions(filling);
  await fillInboxes(filling);
  await fillShelves(filling);
  await fillInvitations(filling, secret);
  await run('drop table seat');
  await run('vacuum analyze');
}
