import addressparser from 'nodemailer/lib/addressparser';
import { addressKey } from '#app/accounts/rules/accounts.ts';

/** An address as somebody typed it, in a list of them. */
export interface Written {
  /** '' when none was written */
  name: string;
  address: string;
  /** what stands there, to show when it is no address */
  typed: string;
  /** from 1 */
  line: number;
}

/**
 * The addresses of a list as people have it: one a line, or with commas, semicolons or spaces
 * between, each with or without a name. The same one twice is once, by its first place.
 */
export function addressesIn(typed: string): Written[] {
  const seen = new Set<string>();
  return typed
    .split('\n')
    .flatMap((line, at) => inLine(line).map((one) => ({ ...one, line: at + 1 })))
    .filter(({ address, typed }) => {
      const key = addressKey(address || typed);
      return !seen.has(key) && seen.add(key);
    });
}

function inLine(line: string) {
  const words = line.split(/[\s,;]+/).filter(Boolean);
  // Several bare addresses in a row, which as a name and an address would be read as one.
  const bare = words.length > 1 && words.every((word) => word.includes('@') && !/[<>"]/.test(word));
  const listed = bare ? words.join(',') : line.replaceAll(';', ',');
  return addressparser(listed, { flatten: true }).map(({ name, address }) => ({
    name,
    address,
    typed: address || name,
  }));
}
