import { encode } from 'turbo-stream';
import { expect, test } from 'vitest';
import { readHandoff } from '#app/remix/handoff.server.ts';
import { encodedPlain } from '#app/remix/plain-data.server.ts';

const shared = { name: 'Noor', at: [1, 2] };

test.each([
  [
    'a page',
    { loaderData: { root: { viewer: { id: 2, name: 'Noor' }, notice: null } }, errors: null },
  ],
  ['what stands in it twice', { a: shared, b: [shared, shared], at: 'name', name: 'at' }],
  ['keys like values', { 1: '1', one: 1, '': '', __proto: 'x', constructor: 'y', length: 0 }],
  ['nothing in it', { none: undefined, no: null, list: [], object: {}, off: false, zero: 0 }],
  ['awkward text', { html: '</script><!-- \u2028 \ud800 "\\ \n’', _1: '\u0000' }],
  ['numbers', [0, -1, 1.5, 1e21, Number.MAX_SAFE_INTEGER]],
  ['a word', 'Noor'],
])('%s is encoded as turbo-stream encodes it', async (_, data) => {
  expect(encodedPlain(data)).toBe(await readHandoff(encode(data)));
});

test('what holds itself is encoded once', async () => {
  const ring: Record<string, unknown> = { list: [] };
  ring.list = [{ ring: ring.list }, ring.list];
  expect(encodedPlain(ring)).toBe(await readHandoff(encode(ring)));
});

test.each([
  ['a date', new Date(0)],
  ['a promise', Promise.resolve(1)],
  ['a map', new Map([[1, 2]])],
  ['an error', new Error('no')],
  ['an object without prototype', Object.assign(Object.create(null), { a: 1 })],
  ['a hole', new Array(2)],
  ['no number', Number.NaN],
  ['no end', Number.POSITIVE_INFINITY],
  ['less than nothing', -0],
  ['a big number', 1n],
  ['a function', () => 1],
])('%s is left to turbo-stream', (_, value) => {
  expect(encodedPlain({ deep: [{ value }] })).toBeNull();
});
