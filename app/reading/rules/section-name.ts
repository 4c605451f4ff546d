/** How a book's sections are named. Pure and without imports: views use it in the browser. */
export type SectionKind = 'front' | 'part' | 'chapter' | 'back';

export const sectionKinds: readonly { value: SectionKind; label: string }[] = [
  { value: 'chapter', label: 'Chapter' },
  { value: 'part', label: 'Part' },
  { value: 'front', label: 'Before the first chapter' },
  { value: 'back', label: 'After the last chapter' },
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

/** 'Chapters 4 to 5', 'Chapter 3', 'Preface and 2 more': what a milestone asks, in a few words. */
export function sectionsInWords(sections: readonly NamedSection[]): string {
  return inWords(sections, 'Chapter', 'Chapters', ' to ');
}

/** 'Ch. 4–5': the same where there is little room. */
export function sectionsInShort(sections: readonly NamedSection[]): string {
  return inWords(sections, 'Ch.', 'Ch.', '–');
}

function inWords(sections: readonly NamedSection[], one: string, many: string, to: string): string {
  // A part's title page is read with its chapters and goes without saying.
  const read = sections.some(({ kind }) => kind !== 'part')
    ? sections.filter(({ kind }) => kind !== 'part')
    : sections;
  const [first] = read;
  if (!first) return '';
  const last = read[read.length - 1] ?? first;
  const numbered = read.filter(({ kind, label }) => kind === 'chapter' && label);
  if (numbered.length === read.length) {
    return read.length === 1
      ? `${one} ${first.label}`
      : `${many} ${first.label}${runsOn(read) ? to : ' … '}${last.label}`;
  }
  if (numbered.length > 0 && read.length - numbered.length === 1) {
    const other = read.find((section) => !numbered.includes(section));
    const chapters = inWords(numbered, one, many, to);
    return other === first ? `${other.title}, ${chapters}` : `${chapters}, ${other?.title ?? ''}`;
  }
  if (read.length === 1) return first.title;
  return read.length === 2
    ? `${first.title} and ${last.title}`
    : `${first.title} and ${read.length - 1} more`;
}

/** Whether arabic labels follow one another without a gap; other numberings are taken on trust. */
function runsOn(sections: readonly NamedSection[]): boolean {
  return sections.every(({ label }, index) => {
    const before = sections[index - 1];
    if (!before || !/^\d+$/.test(label) || !/^\d+$/.test(before.label)) return true;
    return Number(label) === Number(before.label) + 1;
  });
}
