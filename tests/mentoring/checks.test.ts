import { describe, expect, test } from 'vitest';
import { type CheckName, checksOf } from '#app/mentoring/asks/rules/checks.ts';
import { checkInWords } from '#app/mentoring/asks/words.ts';

const TODAY = '2026-11-28';

/**
 * What each check says of an ask, in the order specific, matters, doable, realistic, by when:
 * y it is in, n it is not, ? it cannot tell, m several questions, ! too much, p a day that is over.
 */
const table: [says: string, title: string, body?: string, neededBy?: string][] = [
  ['nnnnn', ''],
  ['nnnnn', 'Help'],
  ['nnnnn', 'Need some advice'],
  ['nnnnn', 'Thoughts?'],
  [
    'yyyyy',
    'Where does my page still sound as if somebody else did it?',
    'In spring I wrote a rule: two reviews for every change. I promised to take it back.\n\nOn Thursday 10 December I tell all four teams. Would you read my page and a half, and then tell me, in thirty minutes, where it still blames them?',
  ],
  [
    'yyyny',
    'How do I tell my team that the reorganisation is off?',
    'I’m worried they will stop believing me.',
    '2026-12-04',
  ],
  ['ynynn', 'How did you say no to your own boss about the roadmap?'],
  ['ynynp', 'Can you read the proposal on hiring before the board does?', '', '2026-11-01'],
  ['ynyyn', 'Would you look at two pages of my design document?'],
  [
    'ynyyy',
    'Could we talk for 30 minutes about hiring by Friday?',
    'I’d listen to how you did it.',
  ],
  ['nnn!n', 'Somebody to mentor me'],
  ['nny!n', 'Meet me every week', 'I would like company.'],
  [
    'yyynn',
    'What should I do about an engineer who has stopped talking to me?',
    'I feel I lost her.',
  ],
  [
    'mnynn',
    'How do I lead?',
    'How do I plan? How do I hire people well? How do I fire people well? How do I rest?',
  ],
  ['yynnn', 'My deputy got 3 offers in October alone', 'I am afraid she will take one.'],
  [
    'ynyyn',
    'Introduce me to one person who has run a works council',
    'For a short chat: one call.',
  ],
  ['ynynn', 'Would you play the angry customer with me?'],
  ['nynnn', 'I feel lost'],
  ['yynny', 'On Monday I present the budget, and it matters to me that it is fair?'],
  [
    'yyyyn',
    'Who has closed a product that customers loved?',
    'Tell me over coffee what you would do differently, because mine is next and I cannot sleep.',
  ],
  ['ynyyy', 'Review this before 12 December?', 'It is three slides.'],
  ['ynyny', 'What would you cut from a plan for the next quarter?'],
  // In German, Spanish, French, Portuguese, Polish, Turkish.
  [
    'y??y?',
    'Wie sage ich meinem Team, dass wir das Projekt einstellen?',
    'Dreißig Minuten, 30 Minuten höchstens.',
  ],
  ['y????', '¿Cómo le digo a mi jefa que ya no puedo más?'],
  ['y???y', 'Comment annoncer la fin du projet à mon équipe ?', 'Avant le 04.12.'],
  ['?????', 'Preciso de ajuda com a minha equipa'],
  ['y????', 'Jak powiedzieć zespołowi, że projekt jest zamknięty?'],
  // In scripts that English has nothing of.
  ['y??y?', '怎样告诉团队我们要停止这个项目？', '只需要30分钟。'],
  ['y????', 'كيف أخبر فريقي أننا سنوقف هذا المشروع؟'],
  ['?????', 'मुझे अपनी टीम के बारे में मदद चाहिए'],
  ['y????', 'Как сказать команде, что проект закрыт навсегда?'],
  ['?????', '🙏🙏🙏 ąż'],
];

const letters = { in: 'y', 'not-in': 'n', unsure: '?', many: 'm', much: '!', past: 'p' };
const said = (title: string, body = '', neededBy: string | null = null) =>
  checksOf({ title, body, neededBy }, TODAY);

describe('what the checks say of', () => {
  test.each(table)('%s %s', (says, title, body, neededBy) => {
    const checks = said(title, body, neededBy);
    expect(checks.map(({ state }) => letters[state]).join('')).toBe(says);
    expect(said(title, body, neededBy)).toEqual(checks);
  });
});

const wordsOf = (of: CheckName, ...ask: Parameters<typeof said>) => {
  const check = said(...ask).find((one) => one.of === of);
  return check ? checkInWords(check).words : '';
};

describe('in words', () => {
  test('what was found is the asker’s own', () => {
    expect(wordsOf('doable', 'Would you read my page and tell me where it blames them?')).toBe(
      '“read”, then “tell me”.',
    );
    expect(wordsOf('realistic', 'Half an hour with you?', 'It takes half an hour.')).toMatch(
      /“half an hour”/i,
    );
    expect(wordsOf('by-when', 'Anything', '', '2026-12-10')).toBe('Thursday 10 December.');
  });

  test('what was not is a question, softer where the language is not read', () => {
    expect(wordsOf('matters', 'How do I hire well this year?')).toMatch(
      /^Not in it yet\. What would it cost you/,
    );
    expect(wordsOf('matters', 'Wie stelle ich gute Leute ein?')).toMatch(
      /^Is it in there\? What would it cost you/,
    );
  });

  test('there is no count and no score in them', () => {
    for (const [, title, body, neededBy] of table) {
      for (const check of said(title, body, neededBy)) {
        expect(Object.keys(checkInWords(check)).sort()).toEqual(['asks', 'name', 'words']);
      }
    }
  });

  // It is read at every keeping, in the process that answers everybody.
  test.each(['a ', 'a', '- ', '[', '12 ', 'how ', '?', 'by the end of ', '“', '`'])(
    'ten thousand signs of %s are read before anybody waits',
    (one) => {
      expect(said('x', one.repeat(Math.floor(10_000 / one.length)))).toHaveLength(5);
    },
  );
});
