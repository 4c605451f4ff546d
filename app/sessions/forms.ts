import { z } from 'zod';
import { cardNeeds } from '#app/cards/rules/card.ts';
import {
  calendarDate,
  identity,
  line,
  optionalLine,
  requiredText,
  shownZone,
  submissionKey,
  typedVersion,
} from '#app/platform/forms/fields.server.ts';
import {
  isBlank,
  takeAgendaStep,
  takeSessionStep,
} from '#app/sessions/schedule/rules/session-draft.ts';
import type { LocalTimeChoice } from '#app/time/local-time.ts';
import { LONGEST_MINUTES, LONGEST_WORD, MOST_ITEMS, SHORTEST_MINUTES } from './rules/session.ts';

const typed = z.string().default('');

/** What is typed of an agenda. */
const agendaDraft = {
  /** the button that was pressed, '' to save */
  step: typed,
  version: typedVersion,
  /** the card chosen beside 'add-card', as 'deck/card' */
  addCard: typed,
  /** what one looks for in a card, beside 'find-cards' */
  cardKind: typed,
  cardMinutes: typed,
  cardPeople: typed,
  cardNotch: typed,
  cardDeck: typed,
  cardUnused: typed,
  cardWithout: z.array(z.string()).max(cardNeeds.length).default([]),
  cardWords: typed,
  agenda: z
    .array(z.object({ id: typed, title: typed, minutes: typed, deck: typed, card: typed }))
    .max(MOST_ITEMS + 20, `An agenda holds up to ${MOST_ITEMS} items.`)
    .default([]),
} as const;

const Draft = z.object({
  ...agendaDraft,
  submissionKey: typed,
  title: typed,
  date: typed,
  time: typed,
  /** whose clocks the form showed */
  zone: typed,
  timeChoice: typed,
  minutes: typed,
  place: typed,
  facilitatorId: typed,
  milestoneId: typed,
});

export type SessionDraft = z.output<typeof Draft>;

const AgendaDraftSchema = z.object(agendaDraft);

export type AgendaDraftInput = z.output<typeof AgendaDraftSchema>;

const day = calendarDate('Choose a day.');
const dayOfSaved = calendarDate('Choose a day.', { anyYear: true });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Choose a time, such as 18:30.');
const length = z.coerce
  .number('Say how long, in minutes.')
  .int('Whole minutes, please.')
  .min(SHORTEST_MINUTES, `At least ${SHORTEST_MINUTES} minutes.`)
  .max(LONGEST_MINUTES, 'Eight hours at most.');

const fields = {
  title: optionalLine(120),
  minutes: length,
  place: optionalLine(300),
} as const;

interface TypedWhen {
  version: string;
  date: string;
  time: string;
  zone: string;
  timeChoice: string;
  minutes: string;
  place: string;
}

/**
 * Reads a draft field by field, so that each has its own reason: a form whose buttons change it, and
 * save nothing, is only then held to what it must be.
 */
export function readerOf(draft: object, context: z.RefinementCtx) {
  let sound = true;
  const check = <S extends z.ZodType>(schema: S, value: unknown, ...path: (string | number)[]) => {
    const result = schema.safeParse(value);
    if (result.success) return result.data as z.output<S>;
    sound = false;
    const message = result.error.issues[0]?.message ?? '';
    context.issues.push({ code: 'custom', path, message, input: draft });
    return undefined;
  };
  return { check, isSound: () => sound };
}

type Check = ReturnType<typeof readerOf>['check'];

/** When a meeting is to be, on the clocks its form showed. */
export const whenIn = (draft: Omit<TypedWhen, 'minutes' | 'place'>, check: Check) => ({
  date: check(draft.version === '' ? day : dayOfSaved, draft.date, 'date') ?? '',
  time: check(clock, draft.time, 'time') ?? '',
  zone: check(shownZone, draft.zone, 'time') ?? '',
  choice: choices[draft.timeChoice],
});

/** How long it is to be, and where. */
export const roomIn = (draft: Pick<TypedWhen, 'minutes' | 'place'>, check: Check) => ({
  minutes: check(fields.minutes, draft.minutes, 'minutes') ?? 0,
  place: check(fields.place, draft.place, 'place') ?? '',
});

const itemFields = {
  title: line(200, 'Say what happens, or remove it.'),
  minutes: z.coerce
    .number('Say how many minutes.')
    .int('Whole minutes, please.')
    .min(1, 'Say how many minutes.')
    .max(LONGEST_MINUTES, 'Eight hours at most.'),
} as const;

function agendaIn(draft: AgendaDraftInput, check: Check): AgendaInput[] {
  const agenda = draft.agenda.flatMap((row, index): AgendaInput[] => {
    if (isBlank(row)) return [];
    const item = {
      id: identity(row.id),
      title: check(itemFields.title, row.title, 'agenda', index, 'title') ?? '',
      minutes: check(itemFields.minutes, row.minutes, 'agenda', index, 'minutes') ?? 0,
    };
    const isCard = row.deck !== '' && row.card !== '';
    return [{ ...item, deck: isCard ? row.deck : null, card: isCard ? row.card : null }];
  });
  if (agenda.length > MOST_ITEMS) {
    check(z.never({ error: `An agenda holds up to ${MOST_ITEMS} items.` }), '', 'agenda');
  }
  return agenda;
}

export interface SessionInput {
  title: string;
  date: string;
  time: string;
  /** whose clocks the form showed */
  zone: string;
  choice?: LocalTimeChoice | undefined;
  minutes: number;
  place: string;
  facilitatorId: number | null;
  milestoneId: number | null;
  agenda: AgendaInput[];
}

export interface AgendaInput {
  /** of the item it was, wherever it is moved and whatever it is called; null, or none: a new one */
  id?: number | null;
  title: string;
  minutes: number;
  deck: string | null;
  card: string | null;
}

const choices: Record<string, LocalTimeChoice> = { first: 'first', second: 'second' };

/** What a button of a form with an agenda asks of the cards there are. */
export interface CardStep {
  /** the cards that fit are to be shown: how many of them, and which one whole */
  find: boolean;
  show: string;
  look: string;
  /** the card to be added, as 'deck/card' */
  add?: string;
}

function cardStepIn({ step, addCard }: AgendaDraftInput): CardStep | null {
  const [verb, what = ''] = step.split(':');
  const shown = { find: true, show: '', look: '' };
  if (verb === 'add-card') return { ...shown, find: what !== '', add: what || addCard };
  if (verb === 'find-cards') return { ...shown, show: what };
  return verb === 'look-card' ? { ...shown, look: what } : null;
}

/**
 * The form of a session. Its buttons change it and save nothing: `next` is the form as it is to be
 * shown, `cards` is asked of the cards there are, `check` what the time means for everyone. Without a
 * step, `session` is what is to be saved.
 */
export const SessionSchema = Draft.transform((draft, context) => {
  const { step } = draft;
  const cards = cardStepIn(draft);
  if (cards) return { cards, draft };
  if (step !== '' && step !== 'check') {
    return { next: { ...takeSessionStep(draft, step), step: '' } };
  }
  const isNew = draft.version === '';
  const { check, isSound } = readerOf(draft, context);
  const when = whenIn(draft, check);
  if (step === 'check') return isSound() ? { check: when, draft } : z.NEVER;

  const title = check(fields.title, draft.title, 'title') ?? '';
  const { minutes, place } = roomIn(draft, check);
  const agenda = agendaIn(draft, check);
  const key = isNew ? check(submissionKey, draft.submissionKey, 'submissionKey') : '';
  if (!isSound()) return z.NEVER;
  const session: SessionInput = {
    ...when,
    title,
    minutes,
    place,
    facilitatorId: identity(draft.facilitatorId),
    milestoneId: identity(draft.milestoneId),
    agenda,
  };
  return { session, draft, submissionKey: key ?? '', version: Number(draft.version) };
});

/** The agenda of a session by itself: without a step, `agenda` is what is to be saved. */
export const AgendaSchema = AgendaDraftSchema.transform((draft, context) => {
  const { step } = draft;
  const cards = cardStepIn(draft);
  if (cards) return { cards, draft };
  if (step !== '') return { next: { ...takeAgendaStep(draft, step), step: '' } };
  const { check, isSound } = readerOf(draft, context);
  const agenda = agendaIn(draft, check);
  return isSound() ? { agenda, draft, version: Number(draft.version) } : z.NEVER;
});

export const CancellationSchema = z.object({
  reason: requiredText(500, 'Say why: the others read it.'),
});

export const ReplySchema = z
  .object({
    answer: z.enum(['yes', 'maybe', 'no'], 'Choose one of the three.'),
    word: optionalLine(LONGEST_WORD),
    /** the buttons of other pages have no field for a word, and keep the one there is */
    hasWord: z.literal('yes').optional(),
    /** the start that is answered: a session that moved meanwhile is asked about again */
    seen: z.string().max(30).optional(),
    back: z.enum(['session', 'circle', 'home']).catch('session').default('session'),
  })
  .transform(({ word, hasWord, ...reply }) => ({ ...reply, word: hasWord ? word : undefined }));

/** An answer by a link of a mail: `seen` is the start that its page showed. */
export const ReplyByLinkSchema = z.object({
  answer: z.enum(['yes', 'maybe', 'no'], 'Choose one of the three.'),
  seen: z.string().max(30).default(''),
});

export const AgendaCardSchema = z.object({
  deck: line(100, 'Choose a card.'),
  card: line(100, 'Choose a card.'),
});

const typedDay = calendarDate('').nullable().catch(null);

/** What is read for a session that is being planned, as far as it is typed. */
export const readForIn = ({
  milestone,
  day,
}: Record<'milestone' | 'day', string | null | undefined>) => ({
  milestoneId: identity(milestone ?? ''),
  day: typedDay.parse(day ?? null),
});
