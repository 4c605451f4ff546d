import { expect, test } from 'vitest';
import { deckFolders } from '#app/cards/files/queries/shelves.server.ts';
import { searchIn } from '#app/cards/rules/search.server.ts';
import { plain } from '#app/cards/rules/spelling.server.ts';
import topics from '#content/card-topics.json' with { type: 'json' };

const { decks } = await deckFolders();
const shelved = decks.flatMap((deck) => deck.cards.map((card) => ({ card, deck })));
const search = searchIn(shelved);
const slugOf = (name: string) => name.split('/')[1] ?? '';
const found = (text: string) => [...search(text).cards.keys()].map(slugOf);

const FIRST = 5;

/** What people type, and cards that must be among the first five. */
const queries: [string, string[]][] = [
  ['burnout', ['running-low', 'how-much-of-you-is-here']],
  ['burn-out', ['running-low']],
  ['Burned out', ['running-low']],
  ['burn', ['running-low']],
  ['exhausted', ['running-low']],
  ['tired', ['running-low']],
  ['mental health', ['running-low']],
  ['wellbeing', ['running-low']],
  ['layoff', ['after-the-list-was-read', 'say-it-to-me-first']],
  ['layoffs', ['after-the-list-was-read']],
  ['lay-offs', ['after-the-list-was-read']],
  ['laid off', ['after-the-list-was-read', 'say-it-to-me-first']],
  ['redundancies', ['after-the-list-was-read']],
  ['how do I fire someone', ['the-review-i-softened']],
  ['hiring', ['the-hire-i-would-undo']],
  ['hire', ['the-hire-i-would-undo']],
  ['hrie', ['the-hire-i-would-undo']],
  ['recruiting', ['the-hire-i-would-undo']],
  ['interviews', ['the-hire-i-would-undo']],
  ['re-org', ['the-chapter-and-the-reorganisation']],
  ['reorg', ['the-chapter-and-the-reorganisation']],
  ['reorganisation', ['the-chapter-and-the-reorganisation']],
  ['reorganization', ['the-chapter-and-the-reorganisation']],
  ['re‑organisation', ['the-chapter-and-the-reorganisation']],
  ['restructuring', ['the-chapter-and-the-reorganisation']],
  ['strategy', ['the-monday-after', 'the-bet']],
  ['strategic', ['the-monday-after']],
  ['strategies', ['the-bet']],
  ['stratgey', ['the-monday-after']],
  ['roadmap', ['the-monday-after']],
  ['delegation', ['given-or-lent', 'the-work-i-took-back']],
  ['delegatoin', ['given-or-lent']],
  ['delgation', ['given-or-lent']],
  ['delegating', ['the-work-i-took-back']],
  ['micromanagement', ['the-work-i-took-back']],
  ['handing over', ['given-or-lent']],
  ['incident', ['the-failure-without-the-moral']],
  ['post-mortem', ['the-failure-without-the-moral']],
  ['postmortem', ['the-failure-without-the-moral']],
  ['mistakes', ['it-turned-out-i-was-wrong']],
  ['1:1', ['the-one-on-one-that-moved']],
  ['1-1', ['the-one-on-one-that-moved']],
  ['one-on-one', ['the-one-on-one-that-moved']],
  ['one on ones', ['the-one-on-one-that-moved']],
  ['1on1', ['the-one-on-one-that-moved']],
  ['imposter', ['the-next-ten-seconds']],
  ['impostor syndrome', ['the-next-ten-seconds']],
  ['quiet people', ['last-to-speak', 'who-spoke-and-in-what-order']],
  ['introverts', ['last-to-speak']],
  ['who talks too much', ['who-spoke-and-in-what-order']],
  ['feedback', ['the-feedback-i-argued-with', 'feedforward']],
  ['feedbak', ['the-feedback-i-argued-with']],
  ['giving feedback', ['feedforward', 'the-feedback-i-argued-with']],
  ['conflict with peer', ['the-fairest-account', 'the-left-hand-column']],
  ['conflict with a colleague', ['the-fairest-account', 'the-colleague-i-route-around']],
  ['office politics', ['the-colleague-i-route-around']],
  ['saying no', ['the-no-you-did-not-say']],
  ['promotion', ['no-this-year', 'steep-years-level-years']],
  ['passed over', ['no-this-year']],
  ['apology', ['sorry-without-the-but']],
  ['apologise', ['sorry-without-the-but']],
  ['apologizing', ['sorry-without-the-but']],
  ['lonely', ['the-news-you-took-home']],
  ['gratitude', ['exactly-this']],
  ['gratittude', ['exactly-this']],
  ['psychological safety', ['the-tidied-version']],
  ['psycological safety', ['the-tidied-version']],
  ['too many meetings', ['the-price-on-the-door', 'the-week-i-should-have-stopped']],
  ['underperformer', ['the-review-i-softened']],
  ['first meeting', ['what-stays-here', 'what-nobody-told-me']],
  ['ice breaker', ['how-much-of-you-is-here']],
  ['reverse mentoring', ['the-first-half-hour']],
  ['mentor', ['the-message-in-your-drafts']],
  ['fifteen percent', ['your-fifteen-percent']],
  ['Troika', ['troika-consulting']],
  ['manager’s path', ['the-one-on-one-that-moved']],
  ['candor', ['how-you-knew-they-meant-well', 'kept-back-to-be-kind']],
  ['pre-mortem', ['it-is-a-year-from-now-and-it-is-dead']],
];

test.each(queries)('“%s” finds what it should among the first', (text, slugs) => {
  expect(found(text).slice(0, FIRST)).toEqual(expect.arrayContaining(slugs));
});

test('The best comes first, and says why', () => {
  const { cards } = search('burnout');
  for (const why of cards.values()) expect(why).toEqual({ about: ['burnout'], says: [] });
  expect([...search('boss').cards.values()][0]).toEqual({ about: [], says: ['boss'] });
  // What a title says needs no reason.
  expect(
    search('reciprocity ring').cards.get('peer-consulting/the-reciprocity-ring')?.says,
  ).toEqual([]);
});

test('Whoever mistypes is told what was taken for it; whoever has typed half a word is not', () => {
  expect(search('feedbak').meant).toEqual([{ typed: 'feedbak', word: 'feedback' }]);
  expect(search('stratgey').meant).toEqual([{ typed: 'stratgey', word: 'strategy' }]);
  // Nobody says “gratitude”: the topic it is a word of does.
  expect(search('gratittude').meant).toEqual([{ typed: 'gratittude', word: 'thanks' }]);
  for (const half of ['del', 'feedb', 'reo', 'delegat'])
    expect(search(half).meant, half).toEqual([]);
});

test('British and American spelling, plurals and -ing forms are one word', () => {
  for (const [one, other] of [
    ['behaviour', 'behaviors'],
    ['candour', 'candor'],
    ['organise', 'organizing'],
    ['apologise', 'apologize'],
    ['meeting', 'meetings'],
    ['promise', 'promises'],
    ['co-worker', 'coworker'],
    ['don’t know', "don't know"],
    ['résumé', 'resume'],
    ['ÜBER', 'uber'],
  ] as const) {
    expect(found(other), other).toEqual(found(one));
  }
});

test('Every word counts that any card says; what none says is left out, by name', () => {
  const sleep = found('burnout sleep');
  expect(found('burnout')).toEqual(expect.arrayContaining(sleep));
  expect(sleep.length).toBeLessThan(found('burnout').length);
  expect(search('burnout xylophone')).toMatchObject({ unsaid: ['xylophone'], meant: [] });
  expect(found('burnout xylophone')).toEqual(found('burnout'));
  expect(found('about the burnout')).toEqual(found('burnout'));
});

test('Where no card speaks of all of it, those are near that speak of some', () => {
  const { cards, near } = search('layoffs calendar praise');
  expect(cards.size).toBe(0);
  expect(near.size).toBeGreaterThan(0);
  expect(near.size).toBeLessThanOrEqual(6);
});

test.each([
  ['', 'nothing'],
  ['   ', 'spaces'],
  ['?!…—', 'marks'],
  ['<p>', 'markup'],
  ['日本語 の カード', 'another script'],
  ['лидерство', 'Cyrillic'],
  ['قيادة', 'Arabic'],
  ['👩🏽‍🚀', 'a picture'],
  ['\u0000\uD800', 'what is no text'],
  ['.*(+[', 'patterns'],
  ['qzxwv', 'nonsense'],
])('%s (%s) finds nothing and breaks nothing', (text) => {
  expect(found(text)).toEqual([]);
});

test('Words that mean something to the language are words', () => {
  for (const text of ['__proto__', 'constructor', 'hasOwnProperty', 'toString']) {
    expect(() => search(text)).not.toThrow();
  }
});

test('A thousand words are no more trouble than twelve', () => {
  const long = 'burnout '.repeat(200);
  expect(found(long)).toEqual(found('burnout'));
  expect(found('x'.repeat(1000))).toEqual([]);
});

test('Whoever looks for a topic by its label finds every card about it', () => {
  for (const { tag, label } of topics) {
    const about = shelved.filter(({ card }) => card.about.includes(tag));
    expect(found(label), label).toEqual(expect.arrayContaining(about.map(({ card }) => card.slug)));
  }
});

test('A topic’s tag is its label as a slug, once', () => {
  const tags = topics.map(({ tag }) => tag);
  expect(tags).toEqual([...new Set(tags)]);
  for (const { tag, label, words } of topics) {
    expect(tag).toBe(label.toLowerCase().replace(/[^a-z0-9]+/g, '-'));
    expect(words.map(plain), label).toEqual([...new Set(words.map(plain))]);
  }
});

test('A phrase is found joined and hyphenated; a short word is no beginning', () => {
  for (const text of ['air time', 'air-time', 'airtime']) {
    expect(found(text).slice(0, FIRST), text).toContain('who-spoke-and-in-what-order');
  }
  expect(found('restaurant')).toEqual([]);
});
