import * as bundle from '#app/notifications/bundles/mail/bundle.tsx';
import { arranged, type Told } from '#app/notifications/bundles/rules/arranged.ts';
import { examplesOf, noor } from './given.ts';

const now = new Date('2026-12-02T13:00:00Z');
const tuesday = { id: 1, name: 'Tuesday leads' };
const desk = { id: 2, name: 'The other side of the desk' };

const note = (given: Partial<Told> & { id: number; author: string; minutes: number }): Told => {
  const {
    id,
    author,
    minutes,
    forYou = false,
    title = 'A feedback loop at work you can’t see',
  } = given;
  const thread = given.threadId ?? 4;
  return {
    circle: tuesday,
    threadId: thread,
    forYou,
    title,
    to: `/circles/tuesday-leads/threads/${thread}#note-${id}`,
    did: `${author} ${forYou ? 'answered you' : 'wrote'}`,
    headline: `${author} ${forYou ? 'answered you' : `wrote in “${title}”`}`,
    said: 'We measured what was easy to count, and people got better at what we counted. The on-call rota looked healthy for two quarters while the four who carried it were looking for other work.',
    ...given,
    at: new Date(now.getTime() - minutes * 60_000),
  };
};

const session: Told = {
  circle: desk,
  threadId: null,
  forYou: false,
  title: 'We now meet on Tuesday 8 December, 18:30',
  to: '/circles/other-side/sessions/7',
  did: 'Hanne moved the session. It was to be on Wednesday 9 December, 18:30.',
  headline: 'We now meet on Tuesday 8 December, 18:30',
  at: new Date(now.getTime() - 26 * 3_600_000),
};
const joined: Told = {
  ...session,
  title: 'Tomasz joined',
  headline: 'Tomasz joined',
  to: '/circles/other-side/people',
  did: 'The circle has seven members now.',
};

const asked: Told = {
  circle: null,
  threadId: null,
  forYou: true,
  title: 'How do you tell a peer that their plan will not hold?',
  to: '/asks/5',
  did: 'Hanne asks you for help.',
  headline: 'Hanne asks you for help',
  at: new Date(now.getTime() - 75 * 60_000),
};
const written: Told = {
  ...asked,
  title: 'You and Tomasz',
  headline: 'Tomasz wrote to you',
  to: '/conversations/7',
  did: 'Tomasz wrote to you.',
  at: new Date(now.getTime() - 64 * 60_000),
};

const says = (told: Told[], digest = false): Parameters<typeof bundle.Body>[0] => ({
  to: noor,
  path: '/inbox',
  parts: arranged(told),
  zone: 'Europe/Lisbon',
  digest,
  now,
});

const hire = { threadId: 9, title: 'A hire that went wrong, and what we did next' };
const many = [
  note({ id: 1, author: 'Rui', minutes: 62, forYou: true }),
  note({ id: 2, author: 'Hanne', minutes: 50 }),
  note({ id: 3, author: 'Tomasz', minutes: 1_600, ...hire }),
  note({
    ...{ id: 4, author: 'Hanne', minutes: 1_500, ...hire },
    did: 'Hanne wrote about chapter 8',
    said: '',
  }),
  session,
  joined,
];

export const examples = examplesOf('notifications/bundles/bundle', bundle, {
  'several circles': says(many),
  'one thread': says([
    note({ id: 1, author: 'Rui', minutes: 62, forYou: true }),
    note({ id: 2, author: 'Hanne', minutes: 50 }),
  ]),
  'one note': says([note({ id: 2, author: 'Hanne', minutes: 61 })]),
  'one session': says([session]),
  'one ask': says([asked]),
  'asks and conversations': says([asked, written]),
  'circles and conversations': says([...many, asked, written]),
  'from right to left': says([
    note({
      ...{ id: 1, author: 'אורי לוי', minutes: 61, title: 'מה שהמספרים מסתירים', forYou: true },
      said: 'מדדנו את מה שקל לספור, ואנשים השתפרו במה שספרנו.',
    }),
    note({ id: 2, author: 'Hanne', minutes: 50 }),
  ]),
  digest: says(many, true),
});
