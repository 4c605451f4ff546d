import { z } from 'zod';
import { typedVersion } from '#app/platform/forms/fields.server.ts';

const MOST_RANGES = 28;

const typed = z.string().default('');

const Draft = z.object({
  /** the button that was pressed, '' to save */
  step: typed,
  version: typedVersion,
  ranges: z
    .array(z.object({ weekday: typed, from: typed, to: typed, answer: typed }))
    .max(MOST_RANGES + 10, `Up to ${MOST_RANGES} rows.`)
    .default([]),
});

export type UsualDraft = z.output<typeof Draft>;

const blank = { weekday: '1', from: '', to: '', answer: 'yes' };
const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The week of one person. Its buttons change it and save nothing. */
export const UsualTimesSchema = Draft.transform((draft, context) => {
  const { step, ranges } = draft;
  if (step !== '') {
    const [, place] = /^remove:(\d+)$/.exec(step) ?? [];
    const rows =
      step === 'add-row' ? [...ranges, blank] : ranges.filter((_, at) => String(at) !== place);
    return { next: { ...draft, step: '', ranges: rows } };
  }
  let sound = true;
  const refuse = (message: string, ...path: (string | number)[]) => {
    sound = false;
    context.issues.push({ code: 'custom', message, path, input: draft });
  };
  const said = new Set<string>();
  const kept = ranges.flatMap(({ weekday, from, to, answer }, at) => {
    if (`${from}${to}` === '') return [];
    const day = Number(weekday);
    // A day ends at midnight, which a browser writes as its beginning.
    const until = to === '00:00' ? '24:00' : to;
    if (!Number.isInteger(day) || day < 1 || day > 7)
      refuse('Choose a day.', 'ranges', at, 'weekday');
    if (!clock.test(from)) refuse('Choose a time.', 'ranges', at, 'from');
    if (until !== '24:00' && !clock.test(until)) refuse('Choose a time.', 'ranges', at, 'to');
    else if (until <= from) refuse('It ends before it begins.', 'ranges', at, 'to');
    if (said.has(`${day} ${from}`)) refuse('This is there twice.', 'ranges', at, 'from');
    said.add(`${day} ${from}`);
    const how: 'yes' | 'if_need_be' = answer === 'if_need_be' ? 'if_need_be' : 'yes';
    return [{ weekday: day, from, to: until, answer: how }];
  });
  if (kept.length > MOST_RANGES) refuse(`Up to ${MOST_RANGES} rows.`, 'ranges');
  return sound ? { ranges: kept, version: Number(draft.version), draft } : z.NEVER;
});
