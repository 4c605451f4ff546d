/**
 * Clocks of the zones that are lived in, written by hand from the rules that hold in them: from which
 * moment on they are so many minutes ahead of UTC. Nothing here asks a machine for its zone data.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** By the moments (UTC) from which on, the earliest first. */
const CLOCKS: Readonly<Record<string, readonly (readonly [from: string, ahead: number])[]>> = {
  'Africa/Cairo': [
    ['2027-10-28T21:00', 120],
    ['2028-04-27T22:00', 180],
    ['2028-10-26T21:00', 120],
    ['2029-04-26T22:00', 180],
    ['2029-10-25T21:00', 120],
  ],
  'America/New_York': [
    ['2027-11-07T06:00', -300],
    ['2028-03-12T07:00', -240],
    ['2028-11-05T06:00', -300],
    ['2029-03-11T07:00', -240],
    ['2029-11-04T06:00', -300],
  ],
  'America/Sao_Paulo': [['2019-02-17T02:00', -180]],
  'Asia/Kolkata': [['1945-10-14T17:30', 330]],
  'Australia/Lord_Howe': [
    ['2027-10-02T15:30', 660],
    ['2028-04-01T15:00', 630],
    ['2028-09-30T15:30', 660],
    ['2029-03-31T15:00', 630],
    ['2029-10-06T15:30', 660],
  ],
  'Europe/Lisbon': [
    ['2027-10-31T01:00', 0],
    ['2028-03-26T01:00', 60],
    ['2028-10-29T01:00', 0],
    ['2029-03-25T01:00', 60],
    ['2029-10-28T01:00', 0],
  ],
  'Pacific/Auckland': [
    ['2027-09-25T14:00', 780],
    ['2028-04-01T14:00', 720],
    ['2028-09-23T14:00', 780],
    ['2029-03-31T14:00', 720],
    ['2029-09-29T14:00', 780],
  ],
};

const changesOf = (zone: string) => {
  const changes = CLOCKS[zone];
  if (!changes) throw new Error(`Nobody wrote down the clocks of ${zone}.`);
  return changes.map(([from, ahead]) => ({ from: Date.parse(`${from}Z`), ahead: ahead * MINUTE }));
};

const aheadAt = (zone: string, at: number) =>
  changesOf(zone).findLast(({ from }) => from <= at)?.ahead ?? Number.NaN;

/** What a clock on the wall shows: 'YYYY-MM-DD' and 'HH:MM'. */
export function shownAt(zone: string, at: number): { date: string; time: string } {
  const digits = new Date(at + aheadAt(zone, at)).toISOString();
  return { date: digits.slice(0, 10), time: digits.slice(11, 16) };
}

/** When a clock shows that: the first time of two; where it goes forward over it, as much later. */
export function momentAt(zone: string, date: string, time: string): number {
  const digits = Date.parse(`${date}T${time}Z`);
  const all = [...new Set(changesOf(zone).map(({ ahead }) => ahead))].map((ahead) => ({
    ahead,
    at: digits - ahead,
  }));
  const shown = all.filter(({ ahead, at }) => aheadAt(zone, at) === ahead).map(({ at }) => at);
  if (shown.length > 0) return Math.min(...shown);
  return Math.max(...all.map(({ at }) => at));
}

/** What this machine says, where that is another: its zone data are others than those lived by here. */
export function unlikeThisMachine(): string[] {
  return Object.keys(CLOCKS).flatMap((zone) => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const unlike = changesOf(zone)
      .flatMap(({ from }) => [from - HOUR, from - 1, from, from + HOUR])
      .filter((at) => at >= Date.parse('2027-12-01') && at <= Date.parse('2029-12-01'))
      .filter((at) => format.format(at) !== `${shownAt(zone, at).date} ${shownAt(zone, at).time}`);
    return unlike.map((at) => `${zone} at ${new Date(at).toISOString()}`);
  });
}
