/** The agreement is kept as people write it: one rule a line, its first sentence standing out. */
export interface Rule {
  head: string;
  rest: string;
}

export const USUAL_AGREEMENT = [
  'What is said here stays here. Take the learning with you, not the names.',
  'Ask before you advise. Most of us need to be heard first.',
  'Come as you are. Not having read it all is fine; hiding that isn’t.',
  'Everyone asks. Each season, each of us brings one thing we don’t know how to do.',
].join('\n');

export function rulesOf(body: string): Rule[] {
  return body
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const end = line.search(/[.!?](?=\s)/);
      if (end < 0) return { head: line, rest: '' };
      return { head: line.slice(0, end + 1), rest: line.slice(end + 1).trim() };
    });
}
