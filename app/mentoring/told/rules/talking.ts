import { named } from '#app/mentoring/words.ts';
import { capital } from '#app/ui/words.ts';

const quoted = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n');

/** What a thread about it begins with, in Markdown. @param by null: they are in the circle no more */
export function begunWith({ by, told, will }: { by: string | null; told: string; will: string }) {
  const who = capital(named(by)).replace(/[\\`*_{}[\]<>]/g, '\\$&');
  return `**${who}** was told:\n\n${quoted(told)}\n\nand will do:\n\n${quoted(will)}\n\n`;
}
