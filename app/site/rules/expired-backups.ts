import { DAY } from '#app/time/spans.ts';

const NIGHTLY = /^octavo-(\d{4}-\d{2}-\d{2})T\d{6}Z\.zip$/;
const UNFINISHED = /^octavo-(\d{4}-\d{2}-\d{2})T\d{6}Z\.zip\.unfinished$/;
const TWO_DAYS = 2 * DAY;

/**
 * Names in the folder of backups that go once a new one is there: all but the newest `keep`, and
 * what a process left that was ended in the middle, when no backup can still be writing it. Files
 * with other names are not ours to remove.
 */
export function expiredBackups(names: readonly string[], keep: number, now: Date): string[] {
  const newestFirst = names
    .filter((name) => NIGHTLY.test(name))
    .sort()
    .reverse();
  const abandoned = names.filter((name) => {
    const [, day] = UNFINISHED.exec(name) ?? [];
    return day !== undefined && now.getTime() - Date.parse(`${day}T00:00:00Z`) > TWO_DAYS;
  });
  return [...newestFirst.slice(keep), ...abandoned];
}
