import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/** A calendar as programs that people use read it. */
export interface Read {
  method: string;
  events: { uid: string; summary: string; starts: string }[];
}

/** Strictly, by the library that Thunderbird uses. */
export function byIcalJs(text: string): Read & { calendar: ICAL.Component } {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part, { strictExceptions: true });
    const starts = event.startDate.toJSDate().toISOString();
    return { uid: event.uid, summary: event.summary, starts };
  });
  return { calendar, method: String(calendar.getFirstPropertyValue('method') ?? ''), events };
}

/** By node-ical, which tells an event and the days that are otherwise as one. */
export function byNodeIcal(text: string): Read {
  const parsed = nodeIcal.sync.parseICS(text);
  const events = Object.values(parsed).flatMap((part) => {
    if (part?.type !== 'VEVENT') return [];
    const others = Object.values(part.recurrences ?? {});
    return [...new Set([part, ...others])].map((event) => ({
      uid: String(event.uid),
      summary: wordsOf(event.summary),
      starts: new Date(event.start as Date).toISOString(),
    }));
  });
  return { method: String(parsed.vcalendar?.method ?? ''), events };
}

const wordsOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'val' in value ? String(value.val) : String(value);

interface ByOthers {
  icalendar: Read[] | null;
  vobject: Read[] | null;
  libical: { errors: number; said: string }[] | null;
}

/** By what is installed beside Node: Python’s icalendar and vobject, and libical; null for what is not. */
export function byOthers(texts: readonly string[]): ByOthers {
  const found: ByOthers = { icalendar: null, vobject: null, libical: null };
  for (const python of ['python3', '/usr/bin/python3']) {
    const { status, stdout, stderr } = spawnSync(python, [resolve('tests/calendars/read.py')], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (status === null) continue;
    if (status !== 0) throw new Error(stderr);
    const said = JSON.parse(stdout) as ByOthers;
    for (const name of ['icalendar', 'vobject', 'libical'] as const) {
      Object.assign(found, { [name]: found[name] ?? said[name] });
    }
  }
  const missing = Object.entries(found).flatMap(([name, read]) => (read === null ? [name] : []));
  if (missing.length > 0) console.info(`Not installed here, so not asked: ${missing.join(', ')}.`);
  return found;
}
