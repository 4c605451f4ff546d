import type { SeedReading } from './types.ts';

/** Every milestone is due on the day of the session that talks about it. */
export const tuesdayLeadsReading: SeedReading = {
  book: 'thinking-in-systems',
  startsInDays: -40,
  endsInDays: 37,
  milestones: [
    { title: 'Introduction', sections: ['Introduction: The System Lens'], dueInDays: -33 },
    {
      title: 'Chapters 1 and 2',
      sections: [
        'Part One: System Structure and Behavior',
        'The Basics',
        'A Brief Visit to the Systems Zoo',
      ],
      dueInDays: -19,
    },
    {
      title: 'Chapter 3',
      sections: ['Part Two: Systems and Us', 'Why Systems Work So Well'],
      dueInDays: -5,
    },
    {
      title: 'Chapters 4 and 5',
      sections: ['Why Systems Surprise Us', 'System Traps … and Opportunities'],
      dueInDays: 9,
    },
    {
      title: 'Chapters 6 and 7',
      sections: [
        'Part Three: Creating Change, in Systems and in Our Philosophy',
        'Leverage Points: Places to Intervene in a System',
        'Living in a World of Systems',
      ],
      dueInDays: 23,
    },
    { title: 'Appendix', sections: ['Appendix'], dueInDays: 37 },
  ],
  progress: [
    { person: 'ines', readUpTo: 'System Traps … and Opportunities', shares: true },
    { person: 'rui', readUpTo: 'System Traps … and Opportunities' },
    { person: 'noor', page: 142 },
    { person: 'hanne', readUpTo: 'System Traps … and Opportunities', shares: true },
    { person: 'tomasz', page: 144 },
    { person: 'kwame', percent: 66 },
    { person: 'elif', readUpTo: 'The Basics' },
  ],
};

export const otherSideReading: SeedReading = {
  book: 'managers-path',
  startsInDays: -66,
  endsInDays: 46,
  milestones: [
    { title: 'Chapters 1 and 2', sections: ['Management 101', 'Mentoring'], dueInDays: -52 },
    { title: 'Chapters 3 and 4', sections: ['Tech Lead', 'Managing People'], dueInDays: -31 },
    { title: 'Chapter 5', sections: ['Managing a Team'], dueInDays: -10 },
    {
      title: 'Chapters 6 and 7',
      sections: ['Managing Multiple Teams', 'Managing Managers'],
      dueInDays: 11,
    },
    { title: 'Chapter 8', sections: ['The Big Leagues'], dueInDays: 32 },
    {
      title: 'Chapters 9 and 10',
      sections: ['Bootstrapping Culture', 'Conclusion'],
      dueInDays: 46,
    },
  ],
  // Noor is two chapters behind here, and finds what is about later ones folded.
  progress: [
    { person: 'leila', readUpTo: 'Managing Managers' },
    { person: 'marcus', readUpTo: 'Managing Multiple Teams', shares: true },
    { person: 'noor', readUpTo: 'Tech Lead' },
    { person: 'hanne', percent: 45 },
  ],
};

export const handoverHourReading: SeedReading = {
  book: 'elegant-puzzle',
  startsInDays: -3,
  endsInDays: 74,
  milestones: [
    {
      title: 'Introduction and Organizations',
      sections: ['Introduction', 'Organizations'],
      dueInDays: 4,
    },
    { title: 'Tools', sections: ['Tools'], dueInDays: 25 },
    { title: 'Approaches and Culture', sections: ['Approaches', 'Culture'], dueInDays: 46 },
    { title: 'Careers and the appendix', sections: ['Careers', 'Appendix'], dueInDays: 74 },
  ],
  progress: [],
};
