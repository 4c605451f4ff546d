import { expect, test } from 'vitest';
import { parseTableOfContents } from '#app/books/rules/table-of-contents.ts';

/** 'kind label | title | page', one line a section; '?' marks a line that could not be read. */
const drawn = (text: string) =>
  parseTableOfContents(text).map(({ text: raw, section }) =>
    section
      ? `${[section.kind, section.label].join(' ').trim()} | ${section.title} | ${section.startPage ?? ''}`
      : `? ${raw}`,
  );

const three = ['chapter 1 | Trust | 3', 'chapter 2 | Doubt | 25', 'chapter 3 | Time | 41'];

test.each<[kind: string, text: string, read: string[]]>([
  ['soft hyphens', '1. Tr\u00adust 3\n2. Dou\u00adbt 25\n3. Time 41', three],
  ['joiners where nobody typed them', '1. Tr\u200cust 3\n2. Doubt\u200d 25\n3. Time 41', three],
  ['marks of direction', '\u200e1. Trust 3\n\u202b2. Doubt\u202c 25\n3. Time\u2069 41', three],
  ['a line separator', '1. Trust 3\u20282. Doubt 25\u20283. Time 41', three],
  ['a paragraph separator', '1. Trust 3\u20292. Doubt 25\u20293. Time 41', three],
  ['vertical tabs', '1. Trust 3\v2. Doubt 25\v3. Time 41', three],
  ['form feeds', '1. Trust 3\f2. Doubt 25\f3. Time 41', three],
  ['next lines', '1. Trust 3\u00852. Doubt 25\u00853. Time 41', three],
  ['no-break spaces', '1.\u00a0Trust\u00a03\n2.\u00a0Doubt\u00a025\n3.\u00a0Time\u00a041', three],
  ['bullets', '• 1. Trust 3\n- 2. Doubt 25\n* 3. Time 41', three],
  ['other bullets', '◦ 1. Trust 3\n– 2. Doubt 25\n➤ 3. Time 41', three],
  ['wide digits', '１. Trust ３\n２. Doubt ２５\n３. Time ４１', three],
  ['arabic digits', '١. Trust ٣\n٢. Doubt ٢٥\n٣. Time ٤١', three],
  ['digits of Hindi', '१. Trust ३\n२. Doubt २५\n३. Time ४१', three],
  ['pages in brackets', '1. Trust (3)\n2. Doubt [25]\n3. Time (p. 41)', three],
  ['ranges', '1. Trust 3–24\n2. Doubt 25-40\n3. Time pp. 41 – 61', three],
  ['ranges in brackets', '1. Trust (3–24)\n2. Doubt (pp. 25-40)\n3. Time (pages 41–61)', three],
  ['German pages', '1. Trust S. 3\n2. Doubt Seite 25\n3. Time S. 41', three],
  ['a number and a comma', 'Chapter 1, Trust 3\nChapter 2, Doubt 25\nCh. 3, Time, 41', three],
  ['pages on the line below', '1. Trust\n3\n2. Doubt\n25\n3. Time\n41', three],
  ['leaders of the middle', '1. Trust・・・・3\n2. Doubt ⋯⋯ 25\n3. Time ····· 41', three],
  [
    'pages of the front matter',
    'Preface vii\nForeword by Ann Lee xi\nHow to Use This Book xv\n1 Trust 1\n2 Doubt 25',
    [
      ...[
        'front | Preface | ',
        'front | Foreword by Ann Lee | ',
        'front | How to Use This Book | ',
      ],
      ...['chapter 1 | Trust | 1', 'chapter 2 | Doubt | 25'],
    ],
  ],
  [
    'what stands before and behind',
    'Cover\nTitle Page\nCopyright\nAlso by Ann Lee\nDedication\n1. Trust 3\n2. Doubt 25\n3. Time 41\nAbout the Author 90\nBack Cover',
    [
      ...['Cover', 'Title Page', 'Copyright', 'Also by Ann Lee', 'Dedication'].map(
        (title) => `front | ${title} | `,
      ),
      ...three,
      ...['back | About the Author | 90', 'back | Back Cover | '],
    ],
  ],
  [
    'numbers in words',
    'Chapter Twenty-One: The End 200\nChapter Thirty: X 220\nChapter forty two – Y 230',
    [
      ...['chapter Twenty-One | The End | 200', 'chapter Thirty | X | 220'],
      'chapter Forty Two | Y | 230',
    ],
  ],
  [
    'names with initials',
    'V. S. Naipaul 9\nC. S. Lewis 12\nIV. Growing 20',
    ['chapter | V. S. Naipaul | 9', 'chapter | C. S. Lewis | 12', 'chapter IV | Growing | 20'],
  ],
  [
    'years stay in their titles',
    'The war, 1914–1918\nThe peace\nThe crash of (1929)\nThe end',
    [
      'chapter | The war, 1914–1918 | ',
      'chapter | The peace | ',
      'chapter | The crash of (1929) | ',
      'chapter | The end | ',
    ],
  ],
  [
    'the heading of a summary',
    'Contents at a Glance\n1. Trust 3\n2. Doubt 25\n3. Time 41',
    ['? Contents at a Glance', ...three],
  ],
  [
    'German',
    'Inhaltsverzeichnis\nVorwort … V\nErster Teil: Grundlagen … 1\nKapitel 1: Führung … 3\nKapitel 2: Vertrauen … 25\nTeil II – Praxis … 51\nNachwort … 290\nAnhang A: Fragen … 301\nSachregister … 320',
    [
      ...['? Inhaltsverzeichnis', 'front | Vorwort | ', 'part Erster | Grundlagen | 1'],
      ...['chapter 1 | Führung | 3', 'chapter 2 | Vertrauen | 25', 'part II | Praxis | 51'],
      ...['back | Nachwort | 290', 'back | Anhang A: Fragen | 301', 'back | Sachregister | 320'],
    ],
  ],
  [
    'French',
    'Table des matières\nAvant-propos … 7\nPremière partie : Comprendre … 13\nChapitre 1 : Écouter … 15\nChapitre premier. Le doute … 25\nChapitre II – La peur … 41\nPartie 2 … 50\nAnnexes … 200\nRemerciements … 215',
    [
      ...['? Table des matières', 'front | Avant-propos | 7', 'part Première | Comprendre | 13'],
      ...[
        'chapter 1 | Écouter | 15',
        'chapter Premier | Le doute | 25',
        'chapter II | La peur | 41',
      ],
      ...['part 2 | Partie 2 | 50', 'back | Annexes | 200', 'back | Remerciements | 215'],
    ],
  ],
  [
    'Spanish and Portuguese',
    'Índice\nPrólogo … 9\nCapítulo 1. La confianza … 15\nCapitulo 2. As perguntas … 33\nParte II. La práctica … 51\nApéndice … 200\nBibliografía … 210',
    [
      ...['? Índice', 'front | Prólogo | 9', 'chapter 1 | La confianza | 15'],
      ...['chapter 2 | As perguntas | 33', 'part II | La práctica | 51', 'back | Apéndice | 200'],
      'back | Bibliografía | 210',
    ],
  ],
  [
    'Russian',
    'Содержание\nПредисловие … 7\nЧасть I. Основы … 13\nГлава 1. Доверие … 15\nГлава 2. Вопросы, стр. 25\nПриложение … 200\nСписок литературы … 210',
    [
      ...['? Содержание', 'front | Предисловие | 7', 'part I | Основы | 13'],
      ...['chapter 1 | Доверие | 15', 'chapter 2 | Вопросы | 25', 'back | Приложение | 200'],
      'back | Список литературы | 210',
    ],
  ],
  [
    'Chinese and Japanese',
    '目录\n前言 …… 1\n第一部分 基础 …… 2\n第一章 管理的本质 …… 3\n第2章 信任 …… 25\n第３章　時間・・・・４１\n第十二章：提问 …… 60页\n附录 …… 201\n参考文献 …… 210',
    [
      ...['? 目录', 'front | 前言 | 1', 'part 一 | 基础 | 2', 'chapter 一 | 管理的本质 | 3'],
      ...['chapter 2 | 信任 | 25', 'chapter 3 | 時間 | 41', 'chapter 十二 | 提问 | 60'],
      ...['back | 附录 | 201', 'back | 参考文献 | 210'],
    ],
  ],
])('%s', (_, text, read) => {
  expect(drawn(text)).toEqual(read);
});

test('a word of Persian keeps the joiners it is written with', () => {
  expect(drawn('1. می\u200cخواهم 3\n2. Doubt 25')).toEqual([
    'chapter 1 | می\u200cخواهم | 3',
    'chapter 2 | Doubt | 25',
  ]);
});

test('what is not understood is said, line by line', () => {
  const text = '1. Trust 3\n• • •\n2. Doubt 25\n§ 12\n3. Time 41\nA half of something\n4. End 60';
  const said = parseTableOfContents(text).filter(({ reason }) => reason);
  expect(said.map(({ line }) => line)).toEqual([2, 4, 6]);
});
