import type { SeedBook, SeedSection } from './types.ts';

/**
 * The tables of contents are the books' own. Page numbers of the first are those of the 2008
 * paperback; those of the other two are close, not exact: printings differ by a page or two.
 */
export const seedBooks: SeedBook[] = [
  {
    key: 'thinking-in-systems',
    title: 'Thinking in Systems',
    subtitle: 'A Primer',
    author: 'Donella H. Meadows',
    year: 2008,
    isbn13: '9781603580557',
    sections: [
      section('front', 'Introduction: The System Lens', 1, 8),
      section('part', 'Part One: System Structure and Behavior', 9, 10),
      section('chapter', 'The Basics', 11, 34),
      section('chapter', 'A Brief Visit to the Systems Zoo', 35, 72),
      section('part', 'Part Two: Systems and Us', 73, 74),
      section('chapter', 'Why Systems Work So Well', 75, 85),
      section('chapter', 'Why Systems Surprise Us', 86, 110),
      section('chapter', 'System Traps … and Opportunities', 111, 142),
      section('part', 'Part Three: Creating Change, in Systems and in Our Philosophy', 143, 144),
      section('chapter', 'Leverage Points: Places to Intervene in a System', 145, 165),
      section('chapter', 'Living in a World of Systems', 166, 186),
      section('back', 'Appendix', 187, 203),
      section('back', 'Notes', 204, 207),
      section('back', 'Bibliography of Systems Resources', 208, 210),
      section('back', 'Editor’s Acknowledgments', 211, 212),
      section('back', 'About the Author', 213, 214),
      section('back', 'Index', 215, 218),
    ],
  },
  {
    key: 'managers-path',
    title: 'The Manager’s Path',
    subtitle: 'A Guide for Tech Leaders Navigating Growth and Change',
    author: 'Camille Fournier',
    year: 2017,
    isbn13: '9781491973899',
    sections: [
      section('chapter', 'Management 101', 1, 10),
      section('chapter', 'Mentoring', 11, 26),
      section('chapter', 'Tech Lead', 27, 48),
      section('chapter', 'Managing People', 49, 74),
      section('chapter', 'Managing a Team', 75, 98),
      section('chapter', 'Managing Multiple Teams', 99, 124),
      section('chapter', 'Managing Managers', 125, 156),
      section('chapter', 'The Big Leagues', 157, 188),
      section('chapter', 'Bootstrapping Culture', 189, 216),
      section('chapter', 'Conclusion', 217, 218),
      section('back', 'Index', 219, 226),
    ],
  },
  {
    key: 'elegant-puzzle',
    title: 'An Elegant Puzzle',
    subtitle: 'Systems of Engineering Management',
    author: 'Will Larson',
    year: 2019,
    isbn13: '9781732265189',
    sections: [
      section('chapter', 'Introduction', 13, 18),
      section('chapter', 'Organizations', 19, 54),
      section('chapter', 'Tools', 55, 134),
      section('chapter', 'Approaches', 135, 176),
      section('chapter', 'Culture', 177, 206),
      section('chapter', 'Careers', 207, 250),
      section('chapter', 'Appendix', 251, 280),
    ],
  },
];

function section(
  kind: SeedSection['kind'],
  title: string,
  startPage: number,
  endPage: number,
): SeedSection {
  return { title, startPage, endPage, kind };
}
