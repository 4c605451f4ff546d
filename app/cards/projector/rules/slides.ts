import type { Card, CardBlock, CardStep, Reveal, StepPart } from '#app/cards/rules/card.ts';
import { plainText } from '#app/cards/rules/card-text.ts';
import type { Grouped } from '#app/cards/rules/groups.ts';

/** One screenful: an instruction in the largest type, and what is to be known below it. */
export interface Slide {
  /** which step of how many; null before the first and after the last */
  step: { number: number; of: number } | null;
  title: string;
  /** HTML of a line or two; null where the title is all there is */
  say: string | null;
  /** who sees it, where what is said is to be written down */
  reveal: Reveal | null;
  below: StepPart[];
  /** what its time and its groups follow from; null where nobody is timed */
  grouped: Grouped | null;
}

/** What is shown one slide after another: a card, or something of an agenda that is none. */
export interface Show {
  /** of the agenda item; 0 where a card is shown by itself */
  id: number;
  title: string;
  slides: Slide[];
}

/** A card on a wall. What only whoever runs it is told is on none of its slides. */
export const slidesOf = ({ title, blocks }: Pick<Card, 'title' | 'blocks'>): Slide[] => {
  const of = blocks.filter(({ kind }) => kind === 'step').length;
  let number = 0;
  const quotes = blocks.flatMap((block) => (block.kind === 'quote' ? quoted(block) : []));
  return blocks.flatMap((block): Slide[] => {
    switch (block.kind) {
      case 'prompt':
        return [{ ...untimed(title), ...leading(block.html, quotes) }];
      case 'step':
        number += 1;
        return [{ ...stepSlide(block), step: { number, of } }];
      case 'scale':
        return [{ ...untimed(block.question), below: [block] }];
      case 'commit':
        return [{ ...untimed('What I will do'), ...leading(block.html) }];
      case 'reflect':
        return [{ ...untimed('To take home'), ...leading(block.html) }];
      default:
        return [];
    }
  });
};

/** Something of an agenda that is no card, or one that left its deck: its title, and its minutes. */
export const plainSlide = (title: string, minutes: number): Slide => ({
  ...untimed(title),
  grouped: { mode: 'circle', minutes },
});

const untimed = (title: string): Slide => ({
  step: null,
  title,
  say: null,
  reveal: null,
  below: [],
  grouped: null,
});

function stepSlide({ title, mode, minutes, turn, parts }: CardStep): Slide {
  const [first, ...rest] = parts;
  const grouped = turn === undefined ? { mode, minutes } : { mode, minutes, turn };
  const slide = { ...untimed(title), grouped };
  if (first?.kind === 'passage') return { ...slide, ...leading(first.html, rest) };
  if (first?.kind === 'write') {
    return { ...slide, ...leading(first.html, rest), reveal: first.reveal };
  }
  return { ...slide, below: parts };
}

/** How many characters are read from the other side of a room at one look. */
const AT_A_LOOK = 110;

/** The first sentences of some HTML, as many as are read at one look, and the rest of it. */
function leading(html: string, then: StepPart[] = []): Pick<Slide, 'say' | 'below'> {
  const [, first, others] = /^<p>(.*?)<\/p>(.*)$/s.exec(html.trim()) ?? [];
  if (first === undefined) return { say: null, below: [passage(html), ...then] };
  const [say, after] = firstSentences(first);
  const rest = `${after && `<p>${after}</p>`}${others ?? ''}`.trim();
  return { say, below: rest ? [passage(rest), ...then] : then };
}

function firstSentences(text: string): [say: string, rest: string] {
  if (lengthOf(text) <= AT_A_LOOK) return [text, ''];
  const ends = [...text.matchAll(/[.?!…](?:[”’)]|<\/\w+>)*\s+/g)]
    .map(({ 0: found, index }) => index + found.length)
    .filter((end) => isWhole(text.slice(0, end)));
  const short = ends.filter((end) => lengthOf(text.slice(0, end)) <= AT_A_LOOK);
  const end = short.at(-1) ?? ends[0];
  return end === undefined ? [text, ''] : [text.slice(0, end).trim(), text.slice(end).trim()];
}

/** Whether no emphasis of it is still open, nor a quotation. */
const isWhole = (html: string) =>
  html.split(/<\w/).length === html.split('</').length &&
  html.split('“').length === html.split('”').length;

export const lengthOf = (html: string) => plainText(html).trim().length;

const passage = (html: string): StepPart => ({ kind: 'passage', html });

const quoted = ({ html, source }: CardBlock & { kind: 'quote' }) => [
  passage(`<blockquote>${html}</blockquote>`),
  passage(`<cite>${escaped(source)}</cite>`),
];

// A source is an attribute, as it was typed.
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
