import { busyTimes } from '#app/polls/busy/rules/busy-times.ts';
import { readCalendar } from '#app/polls/busy/rules/calendar-text.ts';
import { type Asked, askedSpan, clashesOf, spansOf } from '#app/polls/busy/rules/clashes.ts';
import type { Busy } from '#app/polls/busy/rules/event-times.ts';
import { busyLines, type FileEnd } from '#app/polls/busy/words.ts';

/**
 * Reads calendar files in a thread of its own: some take seconds, and a rule in one may never end.
 * Nothing here asks the network for anything.
 */

export interface ToRead {
  files: readonly File[];
  asked: Asked;
  /** whoever reads: their clock, and when the page was made */
  reader: { zone: string; now: string };
}

/** What is known so far: also where it is stopped then. */
export interface BusyFound {
  /** lines by slot; a slot without any is free */
  lines: [slotId: number, lines: string[]][];
  unread: number;
  unknownZones: string[];
  files: { name: string; end: FileEnd }[];
  isDone: boolean;
}

const LARGEST = 64 * 1024 * 1024;
const TELL_EVERY_MS = 250;

addEventListener('message', async ({ data }: MessageEvent<ToRead>) => {
  const { files, asked, reader } = data;
  const now = new Date(reader.now);
  const span = askedSpan(asked, now) ?? { from: 0, to: 0 };
  const found = { unread: 0, zones: new Set<string>(), files: [] as BusyFound['files'] };
  const busy: Busy[] = [];
  const tell = (isDone: boolean) => {
    const lines = asked.slots.map(({ id, ...slot }): [number, string[]] => {
      const dates = spansOf(asked, slot, now);
      const clashes = dates.map((date) => ({ span: date, busy: clashesOf(date, busy) }));
      return [id, busyLines(asked.kind, clashes, reader)];
    });
    const { unread, zones } = found;
    const answer = { lines, unread, unknownZones: [...zones], files: found.files, isDone };
    postMessage(answer satisfies BusyFound);
  };
  let told = Date.now();
  const tick = () => {
    if (Date.now() - told < TELL_EVERY_MS) return;
    tell(false);
    told = Date.now();
  };
  for (const file of files) {
    found.files.push({ name: file.name, end: await endOf(file) });
    tick();
  }
  tell(true);

  async function endOf(file: File): Promise<FileEnd> {
    if (file.size > LARGEST) return 'too-large';
    let text: string;
    try {
      text = await file.text();
    } catch {
      return 'unreadable';
    }
    if (text.trim() === '') return 'empty';
    if (text.startsWith('PK')) return 'zip';
    const calendar = readCalendar(text, tick);
    if (!calendar.isCalendar) return 'no-calendar';
    found.unread += calendar.unread;
    for (const read of busyTimes(calendar, span, reader.zone, () => tell(false))) {
      busy.push(...read.busy);
      if (!read.isWhole) found.unread++;
      if (read.unknownZone) found.zones.add(read.unknownZone);
      tick();
    }
    return 'read';
  }
});
