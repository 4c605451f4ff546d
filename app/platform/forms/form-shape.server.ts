import type { z } from 'zod';

/** What a schema's form may carry: a value, named ones in a group, or a list of either. */
export type FormShape =
  | { kind: 'value' }
  | { kind: 'group'; parts: Map<string, FormShape> }
  | { kind: 'list'; of: FormShape; most: number };

/**
 * What a name means to a schema: a value that comes once, or again for each entry of a list; a row
 * so far beyond a list's limit that nobody typed it; nothing.
 */
export type Place = 'once' | 'repeated' | 'beyond' | 'unknown';

/** A list that is somewhat too long reaches the schema, which says so in words and keeps it. */
const TOO_LONG_BY = 3;

type Schema = z.core.$ZodType;

const VALUES = new Set(
  'string number boolean bigint date enum literal template_literal never null undefined'.split(' '),
);
const WRAPPERS = new Set(
  'optional nullable default prefault catch nonoptional readonly'.split(' '),
);

const shapes = new WeakMap<Schema, FormShape>();

/**
 * The names that a form of this schema may carry. What is not known by name beforehand (a record,
 * a loose object, a list without a limit) has no place in a form.
 * @throws Error for such a schema
 */
export function shapeOf(schema: Schema): FormShape {
  const known = shapes.get(schema);
  if (known) return known;
  const shape = walk(schema);
  shapes.set(schema, shape);
  return shape;
}

/** Zod's own description of a schema, as far as it matters here. */
interface Definition {
  type: string;
  innerType: Schema;
  in: Schema;
  out: Schema;
  element: Schema;
  options: readonly Schema[];
  shape: Record<string, Schema>;
  catchall?: Schema;
  checks?: { _zod: { def: { check: string; maximum?: number } } }[];
}

function walk(schema: Schema): FormShape {
  const def = schema._zod.def as unknown as Definition;
  if (VALUES.has(def.type)) return { kind: 'value' };
  if (WRAPPERS.has(def.type)) return shapeOf(def.innerType);
  // A form is what goes into a pipe; a preprocessing step takes anything, so the next one says.
  if (def.type === 'pipe') {
    return shapeOf(def.in._zod.def.type === 'transform' ? def.out : def.in);
  }
  if (def.type === 'union') return def.options.map(shapeOf).reduce(merged);
  if (def.type === 'object' && (def.catchall?._zod.def.type ?? 'never') === 'never') {
    const parts = Object.entries(def.shape).map(([name, part]) => [name, shapeOf(part)] as const);
    return { kind: 'group', parts: new Map(parts) };
  }
  if (def.type === 'array') {
    const limit = def.checks?.find(({ _zod }) => _zod.def.check === 'max_length');
    const most = limit?._zod.def.maximum;
    if (most !== undefined) return { kind: 'list', of: shapeOf(def.element), most };
  }
  throw new Error(`A form cannot carry this ${def.type}: its names are not known beforehand.`);
}

function merged(one: FormShape, other: FormShape): FormShape {
  if (one.kind === 'value' && other.kind === 'value') return one;
  if (one.kind !== 'group' || other.kind !== 'group') {
    throw new Error('A form cannot carry a choice between a value and a group or list.');
  }
  const parts = new Map(one.parts);
  for (const [name, part] of other.parts) {
    const same = parts.get(name);
    parts.set(name, same ? merged(same, part) : part);
  }
  return { kind: 'group', parts };
}

/** How many fields of a form of this shape are read at most. */
export function placesIn(shape: FormShape): number {
  if (shape.kind === 'value') return 1;
  if (shape.kind === 'list') return TOO_LONG_BY * shape.most * placesIn(shape.of);
  return [...shape.parts.values()].reduce((sum, part) => sum + placesIn(part), 0);
}

const STEP = /(?:^|\.)([a-z_]\w*)|\[(\d+)\]/giy;

/** What a name such as `agenda[0].title` means. */
export function placeOf(name: string, shape: FormShape): Place {
  let at: FormShape | undefined = shape;
  let read = 0;
  while (read < name.length) {
    STEP.lastIndex = read;
    const [step, key, index] = STEP.exec(name) ?? [''];
    if (key !== undefined && at?.kind === 'group') at = at.parts.get(key);
    else if (index !== undefined && at?.kind === 'list' && at.of.kind !== 'value') {
      if (Number(index) >= TOO_LONG_BY * at.most) return 'beyond';
      at = at.of;
    } else return 'unknown';
    read += step.length;
  }
  if (at?.kind === 'value') return 'once';
  return at?.kind === 'list' && at.of.kind === 'value' ? 'repeated' : 'unknown';
}
