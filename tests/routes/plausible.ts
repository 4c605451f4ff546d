import { randomUUID } from 'node:crypto';
import fc, { type GeneratorValue } from 'fast-check';
import type { z } from 'zod';

type Schema = z.core.$ZodType;
type Fields = [name: string, value: string][];

/** Values that trip what expects a number, a date, a short line or a key. */
export const odd = [
  ...['', ' ', '\0', 'a\0b', '0', '-1', '1.5', '1e9', '1e300', 'NaN', 'Infinity', '0x10', '٣'],
  ...['9'.repeat(9), '9'.repeat(10), '9'.repeat(15), '9'.repeat(19), '9'.repeat(400), '2147483648'],
  ...['2098-02-30', '0000-00-00', '9999-12-31', '-271821-04-20', '24:00', '2098-01-01T25:61:00Z'],
  ...['+275760-09-13T00:00:00.001Z', '0001-01-01', '10000-01-01', '02:30', 'UTC', 'Etc/GMT+5'],
  ...['x', "'", '"', '\\', '%', '%00', '../..', '__proto__', 'constructor', 'null', '[]', '{}'],
  ...['\ud800', '\ufeff', '\u202e', '😀', '\u0001', '\r\n', 'a'.repeat(3_000), '😀'.repeat(2_000)],
  ...[
    'up:0',
    'remove:99',
    'read',
    'propose',
    'check',
    'add-row',
    'add-card',
    'take:9999-12-31T99:99',
  ],
  ...[
    randomUUID(),
    'f'.repeat(64),
    'MQ',
    'WzEsMl0',
    'eyJhIjoxfQ',
    '1_1',
    '2026-01-01T00:00:00.000Z_1',
  ],
];

/** A day in two years. */
const in2 = (day: string) => `${new Date().getUTCFullYear() + 2}-${day}`;
const soon = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const known: Record<string, string> = {
  ...{
    email: 'someone@example.org',
    password: 'a long sentence of mine',
    timeZone: 'Europe/Lisbon',
  },
  ...{ currentPassword: 'a long sentence of mine', newPassword: 'another sentence of mine' },
  ...{ consent: 'on', confirmed: 'yes', agreementVersion: '1', seats: '8', days: '7', isbn: '' },
  ...{ deck: 'openers', card: 'who-taught-you-that', addCard: 'openers/who-taught-you-that' },
  ...{
    date: soon,
    time: '18:30',
    zone: 'Europe/Madrid',
    timeChoice: '',
    minutes: '60',
    step: '',
    back: 'home',
    seen: 'x',
  },
  ...{ startsOn: in2('01-05'), endsOn: in2('12-05'), dueOn: in2('06-01'), answerBy: soon },
  ...{ from: in2('02-01'), to: in2('02-02'), by: in2('03-01'), recapOn: '', wrapOn: '', drop: '' },
  ...{
    rhythm: 'weekly',
    weekday: '2',
    pace: '30',
    count: '4',
    milestone: 'm1',
    key: 'm1',
    weeks: '6',
  },
  ...{
    rank: '1',
    page: '12',
    percent: '',
    line: '',
    contents: '',
    kind: 'chapter',
    lastPage: '300',
  },
  ...{ pages: '200', state: 'want', readOn: '', about: '', facilitatorId: '', upTo: '1' },
};

/** A form of this schema as a page might send it. @param ids what stands for a row's number */
export function plausible(
  g: GeneratorValue,
  schema: Schema,
  ids: Record<string, string | number>,
  name = '',
): Fields {
  const def = schema._zod.def as unknown as {
    type: string;
    innerType: Schema;
    in: Schema;
    element: Schema;
    options: Schema[];
    shape: Record<string, Schema>;
    entries: Record<string, string>;
    values: unknown[];
  };
  if (def.type === 'object') {
    return Object.entries(def.shape).flatMap(([part, of]) =>
      plausible(g, of, ids, name ? `${name}.${part}` : part),
    );
  }
  if (def.type === 'array') {
    const rows = g(fc.nat, { max: 2 });
    const isRow = def.element._zod.def.type === 'object';
    return Array.from({ length: rows }, (_, at) =>
      plausible(g, def.element, ids, isRow ? `${name}[${at}]` : name),
    ).flat();
  }
  if (def.type === 'union') return plausible(g, g(fc.constantFrom, ...def.options), ids, name);
  if (def.innerType) return plausible(g, def.innerType, ids, name);
  if (def.type === 'pipe') return plausible(g, def.in, ids, name);
  return [[name, typedFor(g, def, name.replace(/^.*[.\]]/, ''), ids)]];
}

function typedFor(
  g: GeneratorValue,
  def: { type: string; entries: Record<string, string>; values: unknown[] },
  name: string,
  ids: Record<string, string | number>,
): string {
  if (def.type === 'enum') return String(g(fc.constantFrom, ...Object.values(def.entries)));
  if (def.type === 'literal') return String(g(fc.constantFrom, ...def.values));
  if (name === 'submissionKey') return randomUUID();
  const id = ids[name.replace(/Id$/, '')];
  return known[name] ?? String(id ?? (def.type === 'number' ? 1 : 'Some words'));
}
