const UNDEFINED = -7;
const NULL = -5;

/**
 * Loader data as `turbo-stream` 2.4 encodes them for Remix's browser half, read in one go: it makes
 * a stream, a string of each key each time it stands somewhere, and takes as long as a page's
 * elements do. Null for what is not plain (strings, finite numbers, truth values, null, undefined,
 * arrays and objects of these), which is its own to encode.
 */
export function encodedPlain(data: unknown): string | null {
  const values: string[] = [];
  const places = new Map<unknown, number>();
  const keys = new Map<string, string>();

  const keyOf = (name: string): string => {
    let key = keys.get(name);
    if (key === undefined) {
      key = `"_${placeOf(name)}":`;
      keys.set(name, key);
    }
    return key;
  };

  const placeOf = (value: unknown): number => {
    if (value === undefined) return UNDEFINED;
    if (value === null) return NULL;
    const known = places.get(value);
    if (known !== undefined) return known;
    const place = values.push('') - 1;
    places.set(value, place);
    values[place] = textOf(value);
    return place;
  };

  const textOf = (value: unknown): string => {
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value === 'boolean') return String(value);
    if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) {
      return String(value);
    }
    if (Array.isArray(value)) {
      let text = '';
      // By index, not by forEach: a hole is no undefined, and not plain.
      for (let at = 0; at < value.length; at++) {
        if (!(at in value)) throw NOT_PLAIN;
        text += at === 0 ? placeOf(value[at]) : `,${placeOf(value[at])}`;
      }
      return `[${text}]`;
    }
    if (!isPlainObject(value)) throw NOT_PLAIN;
    let text = '';
    for (const name of Object.keys(value)) {
      text += `${text && ','}${keyOf(name)}${placeOf(value[name])}`;
    }
    return `{${text}}`;
  };

  try {
    const place = placeOf(data);
    return place < 0 ? null : `[${values.join(',')}]\n`;
  } catch (thrown) {
    if (thrown === NOT_PLAIN) return null;
    throw thrown;
  }
}

const NOT_PLAIN = Symbol('not plain');

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
