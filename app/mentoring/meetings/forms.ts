import { z } from 'zod';
import { submissionKey, typedVersion } from '#app/platform/forms/fields.server.ts';
import { readerOf, roomIn, whenIn } from '#app/sessions/forms.ts';
import { takenTime } from '#app/sessions/schedule/rules/session-draft.ts';

const typed = z.string().default('');

const Draft = z.object({
  /** the button that was pressed, '' to save */
  step: typed,
  submissionKey: typed,
  version: typedVersion,
  date: typed,
  time: typed,
  /** whose clocks the form showed */
  zone: typed,
  timeChoice: typed,
  minutes: typed,
  place: typed,
});

export type MeetingDraft = z.output<typeof Draft>;

export type MeetingInput = ReturnType<typeof whenIn> & ReturnType<typeof roomIn>;

/**
 * The form of a meeting. Its buttons change it and save nothing: `next` is the form as it is to be
 * shown, `check` asks what the time comes to. Without a step, `meeting` is what is to be saved.
 */
export const MeetingSchema = Draft.transform((draft, context) => {
  const { step, version } = draft;
  if (step !== '' && step !== 'check') {
    return { next: { ...draft, ...takenTime(step), step: '' } };
  }
  const { check, isSound } = readerOf(draft, context);
  const when = whenIn(draft, check);
  if (step === 'check') return isSound() ? { check: when, draft } : z.NEVER;
  const room = roomIn(draft, check);
  const isNew = version === '';
  const key = isNew ? check(submissionKey, draft.submissionKey, 'submissionKey') : '';
  if (!isSound()) return z.NEVER;
  const meeting: MeetingInput = { ...when, ...room };
  return { meeting, draft, submissionKey: key ?? '', version: Number(version) };
});
