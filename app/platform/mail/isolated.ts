import { apart } from '#app/ui/apart.ts';

/**
 * What a mail says, with each right-to-left name or title set apart, so that it turns none of the
 * English words, numbers and signs around it. A text of several lines stands in a block of its own.
 */
export function isolated<T>(says: T): T {
  return (
    Array.isArray(says) ? says.map(isolated) : isPlain(says) ? eachOf(says) : word(says)
  ) as T;
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const eachOf = (says: object) =>
  Object.fromEntries(Object.entries(says).map(([name, value]) => [name, isolated(value)]));

function word(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const isWhole = value.includes('\n') || URL.canParse(value);
  return isWhole ? value : apart(value);
}
