import type { Writer } from '#tests/faults/community.ts';
import type { Outcome } from '#tests/faults/fault.ts';
import type { Installation } from '#tests/faults/installation.ts';
import { Ledger } from '#tests/faults/ledger.ts';
import { conclude } from '#tests/faults/outcome.ts';
import { send } from '#tests/faults/writers.ts';
import type { Write } from '#tests/faults/writes.ts';

const AT_ONCE = 4;

/** A person and a form that they press twice, once at each of two processes. */
export interface Press {
  writer: Writer;
  write: Write;
}

/**
 * Runs races, a few side by side; all presses of a race are sent at the same moment, and none is
 * sent again: where nothing fails, everything is answered as done.
 */
export async function runRaces(
  { app, second, query }: Installation,
  races: (() => Press[])[],
): Promise<Outcome> {
  const ledger = new Ledger();
  const urls = [app.url, (await second()).url];
  for (let at = 0; at < races.length; at += AT_ONCE) {
    // Limits are for people, who write less in an hour than these in a minute.
    if (at % 100 === 0) await query('delete from rate_limit');
    const presses = races.slice(at, at + AT_ONCE).flatMap((race) => race());
    await Promise.all(
      presses.flatMap(({ writer, write }) =>
        urls.map(async (url) => {
          if (!(await send(url, writer, write, ledger))) ledger.givenUp++;
        }),
      ),
    );
  }
  return conclude(query, ledger, { tries: races.length });
}
