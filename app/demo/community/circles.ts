import type { SeedCircleBase } from './types.ts';

export const tuesdayLeads: SeedCircleBase = {
  key: 'tuesday-leads',
  name: 'Tuesday leads',
  purpose:
    'Seven people who run engineering somewhere and have nobody at work to say the unfinished ' +
    'thing to. We read slowly, meet every other Tuesday, and ask each other for help.',
  seats: 8,
  timeZone: 'Europe/Madrid',
  listed: false,
  cloth: 'indigo',
  createdDaysAgo: 58,
  memberships: [
    { person: 'ines', role: 'host', joinedDaysAgo: 58 },
    { person: 'rui', role: 'facilitator', joinedDaysAgo: 56 },
    { person: 'noor', role: 'member', joinedDaysAgo: 55 },
    { person: 'hanne', role: 'facilitator', joinedDaysAgo: 54 },
    { person: 'tomasz', role: 'member', joinedDaysAgo: 52 },
    { person: 'kwame', role: 'member', joinedDaysAgo: 50 },
    { person: 'elif', role: 'member', joinedDaysAgo: 43 },
  ],
  agreement: [
    {
      lead: 'What is said here stays here.',
      rest: 'Take the learning with you, not the names. Two pairs of us share an employer, so this includes the corridor.',
    },
    {
      lead: 'No colleague is named.',
      rest: '“A peer”, “someone on my team”. If we could still guess who, change a detail.',
    },
    {
      lead: 'Ask before advising.',
      rest: 'Two questions first. Then “would an idea help?”, and no is a fine answer.',
    },
    {
      lead: 'Come even if you have not read.',
      rest: 'Say so at the start and nobody will mention it again. We would rather have you than your homework.',
    },
    {
      lead: 'Passing is always fine.',
      rest: 'You do not owe the circle a reason.',
    },
    {
      lead: 'Disagree with the idea, and with the person in the room.',
      rest: 'If something bothered you afterwards, tell that person first, within the week.',
    },
  ],
  invitations: [
    { email: 'sofia.brandt@northgate.example', role: 'member', invitedBy: 'ines', daysAgo: 2 },
  ],
  joinRequests: [],
  waitingList: [],
};

export const otherSide: SeedCircleBase = {
  key: 'other-side-of-the-desk',
  name: 'The other side of the desk',
  purpose:
    'For people who stopped writing code for a living not so long ago. We read a chapter, have ' +
    'breakfast, and compare what our one-to-ones were really about.',
  seats: 5,
  timeZone: 'America/Toronto',
  listed: true,
  cloth: 'madder',
  createdDaysAgo: 90,
  memberships: [
    { person: 'leila', role: 'host', joinedDaysAgo: 90 },
    { person: 'marcus', role: 'facilitator', joinedDaysAgo: 88 },
    { person: 'camila', role: 'member', joinedDaysAgo: 84 },
    { person: 'noor', role: 'member', joinedDaysAgo: 80 },
    { person: 'hanne', role: 'member', joinedDaysAgo: 71 },
  ],
  agreement: [
    {
      lead: 'Breakfast rules.',
      rest: 'Cameras optional, chewing allowed, nothing recorded.',
    },
    {
      lead: 'Stories stay at this table.',
      rest: 'Especially the ones about somebody’s review, pay or health.',
    },
    {
      lead: 'Tell it as you, not as your team.',
      rest: '“I avoided that talk for three weeks” is more use to us than “communication was an issue”.',
    },
    {
      lead: 'Ten minutes late is late enough.',
      rest: 'We start on time, and whoever is missing gets no telling-off.',
    },
  ],
  invitations: [],
  joinRequests: [],
  waitingList: [
    { person: 'priya', daysAgo: 12 },
    { person: 'kwame', daysAgo: 5 },
  ],
};

export const handoverHour: SeedCircleBase = {
  key: 'the-handover-hour',
  name: 'The handover hour',
  purpose:
    'Leaders whose teams work while they sleep, at an hour that suits the Pacific for once. We ' +
    'are just starting, and would like two more.',
  seats: 6,
  timeZone: 'Asia/Singapore',
  listed: true,
  cloth: 'pine',
  createdDaysAgo: 16,
  memberships: [
    { person: 'weiling', role: 'host', joinedDaysAgo: 16 },
    { person: 'aroha', role: 'facilitator', joinedDaysAgo: 15 },
    { person: 'ren', role: 'member', joinedDaysAgo: 13 },
    { person: 'priya', role: 'member', joinedDaysAgo: 9 },
  ],
  agreement: [
    {
      lead: 'Kept in confidence, like a patient’s chart.',
      rest: 'You may say what you learned. You may not say whose it was.',
    },
    {
      lead: 'Slow English is good English.',
      rest: 'Three of us think in another language. Wait four seconds before you fill a silence.',
    },
    {
      lead: 'Write it down for whoever was asleep.',
      rest: 'If you missed a session, someone leaves you a proper handover here, not a summary.',
    },
    {
      lead: 'You can change your mind about sharing.',
      rest: 'Ask, and we stop talking about it.',
    },
  ],
  invitations: [
    { email: 'dewi.anggraini@kelana.example', role: 'member', invitedBy: 'weiling', daysAgo: 1 },
  ],
  joinRequests: [
    {
      person: 'tomasz',
      daysAgo: 1.6,
      word: 'I quote this book and have never finished it. Half my team hands over to Sydney every evening, badly. Nine in the morning here suits me.',
    },
  ],
  waitingList: [],
};
