import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Fault } from '#tests/faults/fault.ts';
import { underWriters } from '#tests/faults/under-writers.ts';

const FIND_MS = 5_000;

const LISTENING = `query ilike 'listen %'`;
const WORKING = `query ilike '%graphile_worker%' and not ${LISTENING}`;
const HOLDING = `application_name like 'octavo process %'`;
const SERVING = `not (${LISTENING} or ${WORKING} or ${HOLDING})`;
/** The kinds of connections an application has, as pg_stat_activity tells them apart. */
const KINDS = {
  busy: `${SERVING} and state <> 'idle'`,
  idle: `${SERVING} and state = 'idle'`,
  'of the job worker': WORKING,
  listening: LISTENING,
  'the hold on the data': HOLDING,
};

/** Connections are lost, as when a PostgreSQL elsewhere fails over. The process stays up. */
export const cutConnections: Fault = {
  name: 'cut-connections',
  words: `Database connections cut: ${Object.keys(KINDS).join(', ')}`,
  tries: { long: 100, short: Object.keys(KINDS).length },
  async run(ground, tries) {
    const installation = await ground.installation();
    const kinds = Object.entries(KINDS);
    const cut = new Map(kinds.map(([kind]) => [kind, 0]));
    const outcome = await underWriters(installation, {
      tries,
      async hurt(nth, _, { wrong }) {
        const [kind = '', which = ''] = kinds[nth % kinds.length] ?? [];
        const client = await installation.connect();
        const count = await cutThose(client, which);
        const from = Date.now();
        await client.end();
        cut.set(kind, (cut.get(kind) ?? 0) + count);
        if (count === 0) wrong.push(`no connection of the kind “${kind}” was found to cut`);
        return { from };
      },
    });
    const each = [...cut].map(([kind, count]) => `${count} ${kind}`).join(', ');
    return { ...outcome, remarks: [`cut: ${each}`, ...outcome.remarks] };
  },
};

/** Ends every connection of a kind, as soon as there is one. @returns how many */
async function cutThose(client: pg.Client, which: string): Promise<number> {
  for (const until = Date.now() + FIND_MS; Date.now() < until; await pause(5)) {
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid() and (${which})`,
    );
    if (rowCount) return rowCount;
  }
  return 0;
}
