import { formattersOf } from './formatters.ts';
import { DAY, HOUR, MINUTE, SECOND } from './spans.ts';

/** A wall clock and calendar, as read in some zone. */
export interface Reading {
  year: number;
  /** 1 to 12 */
  month: number;
  day: number;
  /** '17:30' */
  time: string;
  /** where clocks go back and show that time twice, which of the two it is: 'UTC+2' */
  offset?: string;
}

const formatterFor = formattersOf({
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** What clocks in a zone show at a moment. */
export function read(iso: string | Date, zone: string): Reading {
  const at = new Date(iso);
  const on = glance(at, zone);
  if (!changesAround(at, zone)) return on;
  return isShownTwice(at, zone, on) ? { ...on, offset: offsetWords(at, zone) } : on;
}

const KEPT = 20_000;

// A page says the same moments in several ways, and what time it is now with each of them: that is
// one moment for all pages of a second, and clocks differ by whole seconds.
const glanced = new Map<string, Reading>();

function glance(at: Date, zone: string): Reading {
  const key = `${Math.floor(at.getTime() / SECOND)} ${zone}`;
  let on = glanced.get(key);
  if (!on) {
    const found: Record<string, string> = {};
    for (const part of formatterFor(zone).formatToParts(at)) found[part.type] = part.value;
    on = {
      year: Number(found.year),
      month: Number(found.month),
      day: Number(found.day),
      time: `${found.hour}:${found.minute}`,
    };
    if (glanced.size >= KEPT) glanced.clear();
    glanced.set(key, on);
  }
  return on;
}

const sameWall = (a: Reading, b: Reading) => a.time === b.time && a.day === b.day;

/** Minutes that clocks in a zone are ahead of UTC. */
function minutesAhead(at: Date, zone: string): number {
  const { year, month, day, time } = glance(at, zone);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  return Math.round((wall - Math.floor(at.getTime() / MINUTE) * MINUTE) / MINUTE);
}

// Clocks go back on a day or two in a year: the other days are looked at once.
const changing = new Map<string, boolean>();

function changesAround(at: Date, zone: string): boolean {
  const day = Math.floor(at.getTime() / DAY);
  const key = `${day} ${zone}`;
  let changes = changing.get(key);
  if (changes === undefined) {
    if (changing.size >= KEPT) changing.clear();
    const around = [day * DAY - 3 * HOUR, day * DAY + DAY + 3 * HOUR];
    const [before, after] = around.map((moment) => minutesAhead(new Date(moment), zone));
    changes = before !== after;
    changing.set(key, changes);
  }
  return changes;
}

/** Whether clocks show the same half an hour or some hours before or after. */
function isShownTwice(at: Date, zone: string, on: Reading): boolean {
  const here = minutesAhead(at, zone);
  return [-3, 3].some((hours) => {
    const turned = minutesAhead(new Date(at.getTime() + hours * HOUR), zone) - here;
    // Going back, clocks were further ahead before, or are less ahead after.
    if (turned === 0 || turned > 0 !== hours < 0) return false;
    return sameWall(glance(new Date(at.getTime() - turned * MINUTE), zone), on);
  });
}

function offsetWords(at: Date, zone: string): string {
  const ahead = minutesAhead(at, zone);
  const hours = Math.floor(Math.abs(ahead) / 60);
  const minutes = Math.abs(ahead) % 60;
  const sign = ahead < 0 ? '−' : '+';
  return `UTC${sign}${hours}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}`;
}
