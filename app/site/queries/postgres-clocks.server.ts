import { sql } from 'kysely';
import { KNOWN, type MinutesAhead, monthsFrom } from '#app/site/rules/known-clocks.ts';
import type { Executor } from '#db/database.server.ts';

/**
 * What PostgreSQL's own clocks show, in one statement: of these zones through the coming year, and of
 * those whose rules changed. The one place where they are asked: nothing else goes by them.
 */
export async function postgresClocks(
  on: Executor,
  zones: readonly string[],
  now: Date,
): Promise<MinutesAhead> {
  const asked = [
    ...KNOWN,
    ...[...new Set(zones)].flatMap((zone) => [now, ...monthsFrom(now)].map((at) => ({ zone, at }))),
  ];
  // A zone that is not known there would fail the whole statement.
  const { rows } = await sql<{ zone: string; at: Date; ahead: number }>`
    with known as materialized (
      select a.zone, a.at from json_to_recordset(${JSON.stringify(asked)}::json)
        as a (zone text, at timestamptz)
      where a.zone in (select name from pg_timezone_names)
    )
    select zone, at, (extract(epoch from (at at time zone zone) - (at at time zone 'UTC')) / 60)::int
      as ahead from known`.execute(on);
  const answers = new Map(rows.map(({ zone, at, ahead }) => [`${zone} ${at.getTime()}`, ahead]));
  return (zone, at) => answers.get(`${zone} ${at.getTime()}`) ?? null;
}
