import { RIGHT_TO_LEFT } from '#app/ui/apart.ts';

const NTH = ['A', 'A second', 'A third', 'A fourth', 'A fifth', 'A sixth'];

/**
 * What a question is called on the agenda, where everybody reads it before the session: not by its
 * text, nor by whose it is. Each is called otherwise than those there are.
 */
export function questionTitle(taken: readonly string[]): string {
  for (let n = 0; ; n++) {
    const nth = NTH[n] ?? `Question ${n + 1}:`;
    const title = n < NTH.length ? `${nth} question from one of us` : `${nth} from one of us`;
    if (!taken.includes(title)) return title;
  }
}

/** Text as Markdown that says it to the letter. */
export const literally = (text: string) => text.replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, '\\$&');

/** The questions of the first note of a thread: whose each is, and what it says. */
export const asNote = (questions: readonly { name: string | null; body: string }[]) =>
  questions
    .map(({ name, body }) => {
      const who = name === null ? 'Somebody who was here' : literally(name);
      const isolated = RIGHT_TO_LEFT.test(who) ? `\u2068${who}\u2069` : who;
      const lines = body.split('\n').map((line) => `> ${literally(line)}`);
      return `**${isolated}**\n\n${lines.join('\n')}`;
    })
    .join('\n\n');

export const questionsClosed = 'This session is over or off, so its questions stay as they are.';
export const yoursClosed =
  'This session is over or off, so it takes no more questions. Yours is kept here.';
export const questionGone = 'That question was taken back meanwhile.';
export const notBegun = 'The session has not begun yet: until then they may come up.';
export const noneLeft = 'There is none left over.';
export const changedWhile = 'Something was changed meanwhile. Look at them, then do it again.';
