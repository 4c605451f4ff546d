import { type Machine, move } from '#app/mentoring/rules/machine.ts';

/** What somebody says of their week's one question. */
const RESULTS = ['asked', 'answered', 'no_reply', 'let_go', 'skipped'] as const;
export type Result = (typeof RESULTS)[number];
/** open: they have not said whom. */
export type WeekState = 'open' | 'planned' | Result;

export const ACTS = [...RESULTS, 'undo'] as const;
export type WeekAct = (typeof ACTS)[number] | 'plan';

const weeks = {
  open: { plan: 'planned', skipped: 'skipped' },
  planned: { plan: 'planned', asked: 'asked', answered: 'answered', let_go: 'let_go' },
  asked: { answered: 'answered', no_reply: 'no_reply', let_go: 'let_go', undo: 'planned' },
  answered: { undo: 'planned' },
  no_reply: { answered: 'answered', let_go: 'let_go', undo: 'planned' },
  let_go: { plan: 'planned', undo: 'planned' },
  skipped: { plan: 'planned', undo: 'open' },
} as const satisfies Machine<WeekState>;

/** What a week is after something is said of it; null where that may not be said. */
export const weekAfter = (state: WeekState, act: WeekAct): WeekState | null =>
  move<WeekState>(weeks, state, act);

/** @param result as its row has it */
export const weekState = ({ whom, result }: { whom: string; result: string | null }): WeekState =>
  (result as Result | null) ?? (whom === '' ? 'open' : 'planned');

/** So many skips in a row, and it comes every other week. */
export const SKIPS = 2;

export const WHOM_MAX = 100;
export const SENTENCE_MAX = 300;
export const KEPT_MAX = 2_000;

/** When, unless they say otherwise. */
export const USUAL_WHEN = 'I next see them';
