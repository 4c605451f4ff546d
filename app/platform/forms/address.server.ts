import { cleanLine } from './clean-text.ts';

/** Longer than anything that stands in an address of ours, and than a return path in a query. */
const LONGEST_PART = 200;
const LONGEST_VALUE = 2_000;
const MOST_VALUES = 100;

const CONTROL = /\p{Cc}/u;

type Params = Record<string, string | undefined>;

/** The parameters of a path, without what none of our addresses holds: that is as if not there. */
export function soundParams(params: Params): Params {
  const sound = Object.entries(params).filter(([, value]) => !value || isPart(value));
  return Object.fromEntries(sound);
}

const isPart = (value: string) => value.length <= LONGEST_PART && !CONTROL.test(value);

/** The URL a request asks for, its query without unseen characters, endless values and lists. */
export function soundUrl(address: string): URL {
  const url = new URL(address);
  if (url.search === '') return url;
  const given = [...url.searchParams];
  const sound = given
    .slice(0, MOST_VALUES)
    .filter(([, value]) => value.length <= LONGEST_VALUE)
    .map(([name, value]) => [name, cleanLine(value.replaceAll('\0', ''))]);
  if (sound.length < given.length || sound.some(([, value], at) => value !== given[at]?.[1])) {
    url.search = String(new URLSearchParams(sound));
  }
  return url;
}
