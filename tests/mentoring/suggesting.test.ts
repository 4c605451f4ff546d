import { expect, test } from 'vitest';
import {
  type Candidate,
  MOST_SUGGESTED,
  suggest,
} from '#app/mentoring/helping/rules/suggesting.ts';
import { suggestedBecause } from '#app/mentoring/helping/words.ts';

const now = new Date('2027-01-11T12:00:00Z');
const ask = { text: 'How do I hand over the on-call rota? In May I promised it.', company: 'Acme' };

let ids = 100;
const one = (name: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ personId: ids++, name, company: '', askMeAbout: '', facedBefore: [] },
  ...{ wroteInThread: false, wroteOfSection: false, askedLately: false },
  capacity: {
    ...{ atOnce: 2, busy: 0, pausedUntil: null, timeZone: 'Europe/Lisbon' },
    ...{ isResting: false, isClosed: false, isBlocked: false, isAsker: false },
  },
  ...more,
});
const names = (all: Candidate[]) => suggest(ask, all, now).map(({ name }) => name);
const why = (of: Candidate) =>
  suggest(ask, [of], now).map(({ reasons }) => suggestedBecause(reasons));

test('each has their reasons, in words', () => {
  const rui = one('Rui', {
    ...{ askMeAbout: 'Rotas, on-call and rest', company: 'Initech', wroteInThread: true },
    facedBefore: ['Who carries the on-call rota in summer?'],
  });
  expect(why(rui)).toEqual([
    'Said “ask me about” Rotas and call; told you of a time they faced something like it; wrote in the thread this comes from; another company than yours; room for one more; not asked by you lately',
  ]);
  expect(why(one('Lena', { wroteOfSection: true, askedLately: true }))).toEqual([
    'Wrote about the part of the book this comes from; room for one more',
  ]);
});

test('who is like everybody else is not suggested', () => {
  expect(names([one('Rui'), one('Lena', { company: 'acme.' })])).toEqual([]);
  expect(names([one('Rui', { facedBefore: ['The rota of the canteen'] })])).toEqual([]);
});

test('the likeliest first; equals by name, then by who is here longest; five at most', () => {
  const all = [
    one('Tomasz', { company: 'Initech' }),
    one('Lena', { askMeAbout: 'rotas' }),
    one('Amara', { company: 'Initech' }),
    one('Amara', { company: 'Initech' }),
    one('Rui', { askMeAbout: 'rotas, handing over on-call' }),
    one('Priya', { wroteInThread: true }),
    one('Sam', { askMeAbout: 'rotas', askedLately: true }),
  ];
  const first = ['Rui', 'Priya', 'Lena', 'Amara', 'Amara'];
  expect(names(all)).toEqual(first);
  expect(names([...all].reverse())).toEqual(first);
  expect(suggest(ask, [...all].reverse(), now).at(-1)?.personId).toBe(all[3]?.personId);
  expect(first).toHaveLength(MOST_SUGGESTED);
});

test.each<[string, Partial<Candidate['capacity']>]>([
  ['full', { busy: 2 }],
  ['out', { atOnce: 0 }],
  ['paused', { pausedUntil: '2027-02-01' }],
  ['resting', { isResting: true }],
  ['blocked', { isBlocked: true }],
  ['gone', { isClosed: true }],
  ['the asker', { isAsker: true }],
])('nobody who is %s', (_, capacity) => {
  const able = one('Rui', { askMeAbout: 'rotas' });
  expect(names([able])).toEqual(['Rui']);
  expect(names([{ ...able, capacity: { ...able.capacity, ...capacity } }])).toEqual([]);
});
