import { type Hours, USUAL_HOURS } from '#app/notifications/hearing/rules/hours.ts';

/** A row of mail_hours, or none. */
export interface HoursRow {
  digest_days: number[] | null;
  digest_hour: number | null;
  quiet_from: number | null;
  quiet_to: number | null;
}

/** When mail may come to somebody, by their row. */
export function hoursOf(row: HoursRow | undefined): Hours {
  if (!row?.digest_days || row.digest_hour === null) return USUAL_HOURS;
  const { digest_days: days, digest_hour: hour, quiet_from: from, quiet_to: to } = row;
  return { days, hour, quiet: from !== null && to !== null ? { from, to } : null };
}
