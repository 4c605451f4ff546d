import { stemmer } from 'stemmer';

/** Words as they are looked for, however somebody spells them. Pure. */

/** Without capitals, accents and marks: 're-org' is 're org', 'don’t' is 'dont', '1:1' is '1 1'. */
export const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'‘’ʼ]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What a word is found by: American spelling and no ending, 'behaviours' and 'behavior' alike. */
export const termOf = (word: string) => stemmer(american(word));

const american = (word: string) =>
  word.length < 6
    ? word
    : word
        .replace(/is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)/, 'iz')
        .replace(/ys(?=(?:e|ed|es|er|ing)$)/, 'yz')
        .replace(/our(?=(?:s|ed|ing|able|al|ful|ite|ites|less|ist)?$)/, 'or')
        .replace(/(?<=cent|theat|fib|lit)re(?=s?$)/, 'er')
        .replace(/ogue(?=s?$)/, 'og')
        .replace(/(?<=defen|offen|licen|practi)c(?=e|es|ed|ing)/, 's')
        .replace(/(?<=[aeiou]l)l(?=(?:ed|ing|er|ers)$)/, '')
        .replace(/(?<=dg)e(?=ment)/, '');

/** What says nothing of a card by itself. 'No' and 'not' do: whoever types 'saying no' means it. */
const small = new Set(
  `a about am an and any are as at be been but by can card cards do does for from had has have how i
  if in is it its me my of on or our session sessions so some someone somebody that the their them
  they this to too us was we what when who whom why with you your`.split(/\s+/),
);

/** The words of plain text that say something; all of them where none does. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !small.has(word));
  return telling.length > 0 ? telling : words;
}
