import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from '#app/books/rules/contents-text.ts';
import { parseTableOfContents } from '#app/books/rules/table-of-contents.ts';

const sections = (text: string, lastPage?: number) =>
  parseTableOfContents(text, lastPage).flatMap(({ section }) => (section ? [section] : []));

/** 'kind label | title | from-to', one line a section; '?' marks a line that could not be read. */
const drawn = (text: string, lastPage?: number) =>
  parseTableOfContents(text, lastPage).map(({ text: raw, section }) =>
    section
      ? `${[section.kind, section.label].join(' ').trim()} | ${section.title} | ${section.startPage ?? ''}-${section.endPage ?? ''}`
      : `? ${raw}`,
  );

describe('real tables of contents', () => {
  test('numbered chapters with dot leaders and roman front matter', () => {
    expect(
      drawn(
        `Contents
Preface ........................ ix
Introduction ................. 1

Part One: System Structure and Behavior
1. The Basics . . . . . . . . . . . 11
2. A Brief Visit to the Systems Zoo … 35
Part Two: Systems and Us
Chapter 3: Why Systems Work So Well\t75
Chapter 4: Why Systems Surprise Us ..... 86
5 System Traps and Opportunities      111
Appendix: System Definitions … 187
Index …………… 213`,
        218,
      ),
    ).toEqual([
      '? Contents',
      'front | Preface | -',
      'front | Introduction | 1-10',
      'part One | System Structure and Behavior | -',
      'chapter 1 | The Basics | 11-34',
      'chapter 2 | A Brief Visit to the Systems Zoo | 35-74',
      'part Two | Systems and Us | -',
      'chapter 3 | Why Systems Work So Well | 75-85',
      'chapter 4 | Why Systems Surprise Us | 86-110',
      'chapter 5 | System Traps and Opportunities | 111-186',
      'back | Appendix: System Definitions | 187-212',
      'back | Index | 213-218',
    ]);
  });

  test('a list copied from a shop, single spaces before the pages', () => {
    expect(
      drawn(`1. Management 101 1
2. Mentoring 11
3. Tech Lead 27
4. Managing People 47
9. Bootstrapping Culture 197`),
    ).toEqual([
      'chapter 1 | Management 101 | 1-10',
      'chapter 2 | Mentoring | 11-26',
      'chapter 3 | Tech Lead | 27-46',
      'chapter 4 | Managing People | 47-196',
      'chapter 9 | Bootstrapping Culture | 197-',
    ]);
  });

  test('without pages, numbers stay in their titles', () => {
    expect(
      drawn(`Fahrenheit 451\n1984\nLessons from 2008\nCatch-22\nChapter 4\nPart 2\nWorld War I`),
    ).toEqual([
      'chapter | Fahrenheit 451 | -',
      '? 1984',
      'chapter | Lessons from 2008 | -',
      'chapter | Catch-22 | -',
      'chapter 4 | Chapter 4 | -',
      'part 2 | Part 2 | -',
      'chapter | World War I | -',
    ]);
  });

  test('roman, written and lettered numbers', () => {
    expect(
      drawn(`PART I: THE PEOPLE, 3
IV. Growing 12
Chapter Twelve – The Long Game   40
Part B. Tools\t60
Book a trip   70
3.2 Nested heading … 80
7) Closing, p. 90`),
    ).toEqual([
      'part I | THE PEOPLE | 3-11',
      'chapter IV | Growing | 12-39',
      'chapter Twelve | The Long Game | 40-59',
      'part B | Tools | 60-69',
      'chapter | Book a trip | 70-79',
      'chapter 3.2 | Nested heading | 80-89',
      'chapter 7 | Closing | 90-',
    ]);
  });

  test('a part and its first chapter may begin on one page', () => {
    expect(drawn('Part One … 3\n1. Here … 3\n2. There … 9')).toEqual([
      'part One | Part One | 3-3',
      'chapter 1 | Here | 3-8',
      'chapter 2 | There | 9-',
    ]);
  });
});

describe('what could not be understood', () => {
  const reasonOf = (text: string, line: number) =>
    parseTableOfContents(text).find((entry) => entry.line === line)?.reason;

  test('the one page out of order is named, not everything after it', () => {
    const text = '1. A … 10\n2. B … 900\n3. C … 30\n4. D … 40';
    expect(drawn(text)).toEqual([
      'chapter 1 | A | 10-29',
      '? 2. B … 900',
      'chapter 3 | C | 30-39',
      'chapter 4 | D | 40-',
    ]);
    expect(reasonOf(text, 2)).toContain('900');
    expect(reasonOf('1. A … 10\n2. B … 30\n3. C … 5\n4. D … 40', 3)).toBe(
      'Page 5 comes before page 30, where a line above it begins.',
    );
  });

  test('a line without a page among lines that have one is asked about', () => {
    const text = '1. A … 10\nA title that goes on\nfor two lines … 20\n3. C … 30\n4. D … 40';
    expect(reasonOf(text, 2)).toContain('half of the next line');
    expect(reasonOf(text, 3)).toBeUndefined();
  });

  test('lines without a title, too long, or too many', () => {
    expect(reasonOf('1. A … 3\n\n-----\n41', 3)).toBe('There is no title on this line.');
    expect(reasonOf('1. A … 3\n\n-----\n41', 4)).toBe('There is no title on this line.');
    expect(reasonOf('x'.repeat(301), 1)).toContain('too long');
    const many = parseTableOfContents(
      Array.from({ length: 402 }, (_, n) => `Story number ${n} of many, told`).join('\n'),
    );
    expect(many.filter(({ section }) => section)).toHaveLength(400);
    expect(many[401]?.reason).toContain('400');
  });

  test('hostile text stays fast', () => {
    const began = process.cpuUsage();
    for (const text of ['. '.repeat(30_000), `a${' '.repeat(50_000)}b`, 'i'.repeat(60_000)]) {
      parseTableOfContents(text);
    }
    parseTableOfContents(Array.from({ length: 6_000 }, (_, n) => `a … ${6000 - n}`).join('\n'));
    // Measured as work, not as time: other tests run beside this one.
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_500);
  });
});

describe('whatever is pasted', () => {
  const title = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('Part One', 'Chapter 4: Why', '3. Tech Lead', 'Preface', 'Index', 'xi', '1984'),
  );
  const gap = fc.constantFrom(' ', '\t', ' … ', ' ..... ', '   ', ', ', '');
  const page = fc.oneof(fc.nat(900).map(String), fc.constantFrom('', 'ix', 'XII', '00'));
  const line = fc.tuple(title, gap, page).map((parts) => parts.join(''));
  const text = fc
    .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([lines, newline]) => lines.join(newline));

  test('every line that is not empty is a section or has a reason', () => {
    fc.assert(
      fc.property(text, (pasted) => {
        const lines = linesOf(pasted);
        const entries = parseTableOfContents(pasted);
        // A page on the line below its title is read with it.
        const read = entries.flatMap(({ line, text }) =>
          text.split(/\t(?=\d+$)/).map((raw, below) => `${line + below} ${raw}`),
        );
        const isTabbed = lines.some((raw) => raw.includes('\t'));
        const expected = lines.flatMap((raw, at) => (raw ? [`${at + 1} ${raw}`] : []));
        if (!isTabbed) expect(read).toEqual(expected);
        else expect(entries.length).toBeGreaterThan(0);
        for (const { section, reason } of entries) {
          expect(Boolean(section) !== Boolean(reason)).toBe(true);
          if (section) {
            expect(section.title.trim().length).toBeGreaterThan(0);
            expect(section.title.length).toBeLessThanOrEqual(300);
            expect(section.label.length).toBeLessThanOrEqual(20);
            expect(section.title).not.toMatch(/\p{Cc}/u);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('page ranges rise and overlap at most in one shared page', () => {
    fc.assert(
      fc.property(text, fc.option(fc.integer({ min: 1, max: 2_000 })), (pasted, lastPage) => {
        const paged = sections(pasted, lastPage ?? undefined).filter((s) => s.startPage !== null);
        paged.forEach(({ startPage, endPage }, index) => {
          const from = startPage ?? 0;
          const next = paged[index + 1]?.startPage;
          expect(from).toBeGreaterThan(0);
          if (endPage !== null) expect(endPage).toBeGreaterThanOrEqual(from);
          if (next === undefined || next === null) return;
          expect(endPage).toBe(next === from ? from : next - 1);
          expect(next).toBeGreaterThanOrEqual(from);
        });
      }),
      { numRuns: 500 },
    );
  });
});
