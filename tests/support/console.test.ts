import { expect, test } from 'vitest';
import { expectedErrors } from '#tests/support/console.ts';

test('a console.error that a test takes does not fail it', () => {
  expect(expectedErrors()).toEqual([]);
  console.error('no %s', 'reply');
  expect(expectedErrors()).toEqual(['no reply']);
  expect(expectedErrors()).toEqual([]);
});
