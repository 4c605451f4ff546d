/** How a book's sections are named. Pure and without imports: views use it in the browser. */
export type SectionKind = 'front' | 'part' | 'chapter' | 'back';

export const sectionKinds: readonly { value: SectionKind; label: string }[] = [
  { value: 'chapter', label: 'Chapter' },
  { value: 'part', label: 'Part' },
  { value: 'front', label: 'Front matter' },
  { value: 'back', label: 'Back matter' },
];

export interface NamedSection {
  kind: SectionKind;
  /** the book's own numbering: '4', 'IV', 'Two'; '' when it has none */
  label: string;
  title: string;
}

/** 'Chapter 4: Why systems surprise us', 'Part One: Structure', 'Preface'. */
export function sectionName({ kind, label, title }: NamedSection): string {
  if (!label) return title;
  const word = kind === 'part' ? 'Part' : kind === 'chapter' ? 'Chapter' : '';
  const numbered = [word, label].filter(Boolean).join(' ');
  return title === numbered ? title : `${numbered}: ${title}`;
}

/** 'Chapters 4 to 6', 'Chapters 4 and 5', 'Chapter 3', 'Preface to Chapter 2': what a milestone asks, in a few words. */
export function sectionsInWords(sections: readonly NamedSection[]): string {
  return inWords(sections, {
    one: 'Chapter',
    many: 'Chapters',
    and: ' and ',
    to: ' to ',
    name: (title) => title,
  });
}

/** 'Ch. 4–5': the same where there is little room. */
export function sectionsInShort(sections: readonly NamedSection[]): string {
  const name = (title: string) => title.split(/: | [–—] /)[0] ?? title;
  return inWords(sections, { one: 'Ch.', many: 'Ch.', and: '–', to: '–', name });
}

interface Style {
  one: string;
  many: string;
  /** between two neighbours */
  and: string;
  to: string;
  name: (title: string) => string;
}

function inWords(sections: readonly NamedSection[], style: Style): string {
  // A part's title page is read with its chapters and goes without saying.
  const chapters = sections.filter(({ kind }) => kind !== 'part');
  const read = chapters.length > 0 ? chapters : sections;
  const [first] = read;
  if (!first) return '';
  const last = read[read.length - 1] ?? first;
  const { one, many, and, to, name } = style;
  const isNumbered = ({ kind, label }: NamedSection) => kind === 'chapter' && label !== '';
  if (read.every(isNumbered)) {
    if (read.length === 1) return `${one} ${first.label}`;
    const between = read.length === 2 ? and : to;
    return `${many} ${first.label}${runsOn(read) ? between : ' … '}${last.label}`;
  }
  if (read.length === 1) return name(first.title);
  const others = read.filter((section) => !isNumbered(section));
  if (others.length === 1 && read.length > 2) {
    const rest = inWords(read.filter(isNumbered), style);
    if (others[0] === first) return `${name(first.title)}, ${rest}`;
    if (others[0] === last) return `${rest}, ${name(last.title)}`;
  }
  const called = (section: NamedSection) =>
    isNumbered(section) ? `${one} ${section.label}` : name(section.title);
  return `${called(first)}${read.length === 2 ? ', ' : to}${called(last)}`;
}

/** Whether arabic labels follow one another without a gap; other numberings are taken on trust. */
function runsOn(sections: readonly NamedSection[]): boolean {
  return sections.every(({ label }, index) => {
    const before = sections[index - 1];
    if (!before || !/^\d+$/.test(label) || !/^\d+$/.test(before.label)) return true;
    return Number(label) === Number(before.label) + 1;
  });
}
