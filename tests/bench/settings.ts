import { parseArgs } from 'node:util';
import type { Size } from './fill/filling.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    /** names of pages and writes, with commas between; all of them otherwise */
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '0.4' },
    connections: { type: 'string', default: '8' },
    /** notes in the community */
    notes: { type: 'string', default: '20000' },
    /** also measures the thread beside this many notes: its cost must not grow with them */
    flat: { type: 'string' },
    /** measures the pages in a large community beside those of the small one */
    scale: { type: 'boolean', default: false },
    /** measures the import of an export alone */
    import: { type: 'boolean', default: false },
  },
});

const only = values.only?.split(',').map((name) => name.trim());

/** Half of the circles are looked at, half written in. */
const SMALL = { people: 640, circles: 80 };
/** 20,000 people in 4,000 circles with a million notes. */
const LARGE: Size = { people: 20_000, circles: 4_000, notes: 1_000_000 };

export const settings = {
  json: values.json,
  import: values.import,
  /** whether it is to be measured */
  wants: (name: string) => only?.includes(name) ?? true,
  pace: {
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    connections: Number(values.connections),
  },
  size: { ...SMALL, notes: Number(values.notes) } satisfies Size,
  /** the other community, and which pages are measured in it */
  beside: values.scale
    ? { size: LARGE, wants: () => true }
    : values.flat
      ? {
          size: { ...SMALL, notes: Number(values.flat) },
          wants: (name: string) => name === 'thread',
        }
      : undefined,
  /** writes are not measured beside a large community */
  writes: !values.scale && !values.flat,
};
