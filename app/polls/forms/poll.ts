import { z } from 'zod';
import {
  identity,
  optionalLine,
  shownZone,
  submissionKey,
  typedVersion,
} from '#app/platform/forms/fields.server.ts';
import { readerOf, roomIn } from '#app/sessions/forms.ts';
import {
  type Check,
  clock,
  closeIn,
  day,
  rowsAfter,
  type SlotInput,
  slotRows,
  slotsIn,
  typed,
  weeklyIn,
} from './slot-rows.ts';

const Draft = z.object({
  /** the button that was pressed, '' to save */
  step: typed,
  submissionKey: typed,
  version: typedVersion,
  kind: typed,
  title: typed,
  minutes: typed,
  place: typed,
  facilitatorId: typed,
  milestoneId: typed,
  /** whose clocks the form showed */
  zone: typed,
  hides: typed,
  closesOn: typed,
  closesTime: typed,
  // A pattern: these weekdays from one day to another, at these times. A weekly one begins on `from`.
  from: typed,
  to: typed,
  weekdays: z.array(z.string()).max(7).default([]),
  times: z
    .array(z.object({ at: typed }))
    .max(6)
    .default([]),
  /** an earlier poll whose times are taken over */
  earlier: typed,
  slots: slotRows,
});

export type PollDraft = z.output<typeof Draft>;

export interface PollInput {
  kind: 'dates' | 'weekly';
  title: string;
  minutes: number;
  place: string;
  facilitatorId: number | null;
  milestoneId: number | null;
  zone: string;
  hides: boolean;
  closes: { date: string; time: string } | null;
  slots: SlotInput[];
}

/**
 * The form of a poll. Its buttons fill it and save nothing: `fill` is a pattern, `copy` an earlier
 * poll, `next` the form as it is to be shown. Without a step, `poll` is what is to be saved.
 */
export const PollSchema = Draft.transform((draft, context) => {
  const { step } = draft;
  const reader = readerOf(draft, context);
  const { check } = reader;
  if (step === 'copy') return { copy: identity(draft.earlier), draft };
  if (step === 'fill') {
    const fill = patternIn(draft, check);
    return reader.isSound() ? { fill, draft } : z.NEVER;
  }
  if (step !== '') return { next: { ...draft, step: '', slots: rowsAfter(draft.slots, step) } };
  const title = check(optionalLine(120), draft.title, 'title') ?? '';
  const { minutes, place } = roomIn(draft, check);
  const zone = check(shownZone, draft.zone, 'zone') ?? '';
  const closes = closeIn(draft, check);
  const isWeekly = draft.kind === 'weekly';
  const slots = isWeekly ? weeklyIn(draft, check) : slotsIn(draft.slots, check, day);
  const key = check(submissionKey, draft.submissionKey, 'submissionKey') ?? '';
  if (!reader.isSound()) return z.NEVER;
  const poll: PollInput = {
    kind: isWeekly ? 'weekly' : 'dates',
    ...{ title, minutes, place, zone, closes, slots, hides: draft.hides === 'on' },
    facilitatorId: identity(draft.facilitatorId),
    milestoneId: identity(draft.milestoneId),
  };
  return { poll, draft, submissionKey: key };
});

const patternIn = (draft: PollDraft, check: Check) => ({
  isWeekly: draft.kind === 'weekly',
  from: draft.kind === 'weekly' ? '' : (check(day, draft.from, 'from') ?? ''),
  to: draft.kind === 'weekly' ? '' : (check(day, draft.to, 'to') ?? ''),
  weekdays: draft.weekdays.map(Number),
  times: draft.times.flatMap(({ at: time }, index) =>
    time === '' ? [] : (check(clock, time, 'times', index, 'at') ?? []),
  ),
});
