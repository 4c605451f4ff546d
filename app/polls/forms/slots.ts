import { z } from 'zod';
import { calendarDate, rowVersion } from '#app/platform/forms/fields.server.ts';
import { readerOf } from '#app/sessions/forms.ts';
import { closeIn, rowsAfter, slotRows, slotsIn, typed, weeklyIn } from './slot-rows.ts';

/** a slot of a poll that is there may be over */
const savedDay = calendarDate('Choose a day.', { anyYear: true });

const SlotsDraft = z.object({
  step: typed,
  version: rowVersion,
  kind: typed,
  /** of a weekly one: the day on or after which each first falls */
  from: typed,
  closesOn: typed,
  closesTime: typed,
  slots: slotRows,
});

export type SlotsDraft = z.output<typeof SlotsDraft>;

/** The times of a poll that is there, and until when it is answered. */
export const SlotsSchema = SlotsDraft.transform((draft, context) => {
  if (draft.step !== '') {
    return { next: { ...draft, step: '', slots: rowsAfter(draft.slots, draft.step) } };
  }
  const { check, isSound } = readerOf(draft, context);
  const closes = closeIn(draft, check);
  const slots =
    draft.kind === 'weekly' ? weeklyIn(draft, check) : slotsIn(draft.slots, check, savedDay);
  return isSound() ? { change: { closes, slots, version: draft.version }, draft } : z.NEVER;
});
