import { type FormShape, placeOf, placesIn } from './form-shape.server.ts';

/** The fields of a form, in the order they came. */
export type Entries = [name: string, value: string][];

/** Fields nobody reads (a browser's extension adds some) beside those of the form. */
const STRAY_FIELDS = 100;
const LONGEST_NAME = 100;
/** `milestones[3].title` has three steps. */
const MOST_STEPS = 4;

/** Conform would take these for orders to change the form. */
const ORDERS = new Set(['__intent__', '__state__']);

const TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/**
 * Reads the fields of a posted form, nothing built of them yet. What a form of this shape cannot
 * have is refused before it costs anything.
 * @throws 415 Response for another kind of body, 400 for a form that no page of ours sends
 */
export async function readEntries(request: Request, shape: FormShape): Promise<Entries> {
  if (!TYPE.test(request.headers.get('Content-Type') ?? '')) {
    throw unreadable('A form is sent as application/x-www-form-urlencoded.', 415);
  }
  const body = await request.text();
  const most = placesIn(shape) + STRAY_FIELDS;
  if (body.split('&', most + 1).length > most) throw unreadable('It has too many fields.');
  return [...new URLSearchParams(body)];
}

/**
 * The fields that the shape knows, and those of the names in `besides`; the others are left out.
 * @throws 400 Response for a form that no page of ours sends
 */
export function knownEntries(
  entries: Entries,
  shape: FormShape,
  besides: readonly string[],
): Entries {
  const seen = new Set<string>();
  return entries.filter(([name]) => {
    if (name.length > LONGEST_NAME || name.split(/[.[]/, MOST_STEPS + 1).length > MOST_STEPS) {
      throw unreadable('A field has too long a name.');
    }
    if (ORDERS.has(name)) throw unreadable(`It has a field named ${name}.`);
    const place = besides.includes(name) ? 'once' : placeOf(name, shape);
    if (place === 'beyond') throw unreadable('A list in it is too long.');
    if (place === 'once' && seen.has(name)) throw unreadable(`It says ${name} twice.`);
    seen.add(name);
    return place !== 'unknown';
  });
}

/** The answer to a body that none of our pages sends: there is nothing to show again. */
export function unreadable(why: string, status = 400): Response {
  return new Response(`This form could not be read, so nothing was changed. ${why}`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
