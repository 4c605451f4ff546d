import type { Viewer } from '#app/access/proofs.ts';
import { hoursOf } from '#app/notifications/hearing/rows/hours.server.ts';
import { allWaiting, retimed } from '#app/notifications/hearing/rows/waiting-mail.server.ts';
import { type Hours, sameHours } from '#app/notifications/hearing/rules/hours.ts';
import type { Clock } from '#app/time/clock.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool, db } from '#db/database.server.ts';

const SAVE = `
with saved as (
  insert into mail_hours (person_id, digest_days, digest_hour, quiet_from, quiet_to, version)
  values ($1, $2, $3, $4, $5, $6::int + 1)
  on conflict (person_id) do update
  set digest_days = excluded.digest_days, digest_hour = excluded.digest_hour,
    quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, version = excluded.version
  where mail_hours.version = $6
  returning version
), ${allWaiting('exists (select from saved)')}, timed as (
  ${retimed('$7')}
)
select version from saved`;

export interface HoursInput extends Hours {
  /** of the hours that the form was filled from; 0: none were set yet */
  version: number;
}

/**
 * Sets when mail may come to somebody; what waits is put off by these hours from now on.
 * @returns what it was saved as, or that others were saved since the form was filled
 */
export async function setHours(
  { personId }: Viewer,
  { days, hour, quiet, version }: HoursInput,
  { now = new Date() }: Clock = {},
): Promise<{ ok: true; version: number } | { ok: false; reason: 'changed' }> {
  const chosen = [...new Set(days)].sort((a, b) => a - b);
  const { rows } = await acrossCircles(
    databasePool(),
    'when mail comes to a person is one thing in all their circles',
  ).query<{ version: number }>({
    text: SAVE,
    values: [personId, chosen, hour, quiet?.from ?? null, quiet?.to ?? null, version, now],
  });
  const [saved] = rows;
  if (saved) return { ok: true, version: saved.version };
  const row = await db
    .selectFrom('mail_hours')
    .select(['digest_days', 'digest_hour', 'quiet_from', 'quiet_to', 'version'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const same = row && sameHours(hoursOf(row), { days: chosen, hour, quiet });
  return same ? { ok: true, version: row.version } : { ok: false, reason: 'changed' };
}
