import { sectionName, sectionsInWords } from '#app/books/rules/section-name.ts';
import { weighSections } from '#app/books/rules/section-weight.ts';
import type { PlannedMilestone } from '#app/reading/plan/rules/plan.ts';
import { brokenPoints, type Replanned } from '#app/reading/plan/rules/replan.ts';
import { milestoneStateOf, type ReplanGround } from '#app/reading/plan/rules/replan-ground.ts';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { capital, countWord, plural } from '#app/ui/words.ts';

type Plan = Extract<Replanned, { ok: true }>;

/** What is due on a day, for one side of the comparison. */
export interface ComparedStint {
  words: string;
  pages: number;
}

export interface ComparedDay {
  day: string;
  /** null where nothing is due that day */
  before: ComparedStint | null;
  after: ComparedStint | null;
  changed: boolean;
}

/** Before and after, day by day; days of the past only where something moves out of them. */
export function compare(ground: ReplanGround, plan: Plan): ComparedDay[] {
  const { today } = ground;
  const on = (milestones: readonly PlannedMilestone[], day: string) =>
    milestones.find(({ dueOn }) => dueOn === day);
  const days = [...ground.milestones, ...plan.milestones].map(({ dueOn }) => dueOn);
  return [...new Set(days)].sort().flatMap((day) => {
    const [before, after] = [on(ground.milestones, day), on(plan.milestones, day)];
    const changed = String(before?.sectionIds) !== String(after?.sectionIds);
    if (day <= today && !changed) return [];
    return {
      day,
      before: before ? stintOf(ground, before.sectionIds) : null,
      after: after ? stintOf(ground, after.sectionIds) : null,
      changed,
    };
  });
}

function stintOf({ book }: ReplanGround, ids: readonly number[]): ComparedStint {
  const weights = weighSections(book);
  const sections = book.filter(({ id }) => ids.includes(id));
  const pages = book.reduce(
    (sum, { id }, at) => sum + (ids.includes(id) ? (weights[at] ?? 0) : 0),
    0,
  );
  return { words: sectionsInWords(sections) || 'Put off', pages };
}

/** What a choice changes, in sentences; none when it changes nothing. */
export function changesInWords(ground: ReplanGround, plan: Plan): string[] {
  const day = (date: string) => dayOf(date, 'long', ground.today);
  const said: string[] = [];
  const named = (ids: readonly number[]) =>
    sectionsInWords(ground.book.filter(({ id }) => ids.includes(id)));
  const { behind, coming } = milestoneStateOf(ground);
  // A part's title page goes without saying.
  const isNamed = (id: number) => ground.book.find((one) => one.id === id)?.kind !== 'part';
  const droppedNow = plan.optionalIds.filter((id) => !ground.terms.optionalIds.includes(id));
  if (behind.length > 0) said.push(`What is not read yet moves on: ${named(behind)}.`);
  if (droppedNow.length > 0) {
    const dropped = ground.book.filter(({ id }) => droppedNow.includes(id) && isNamed(id));
    const names = dropped.map((section) => apart(sectionName(section)));
    said.push(`${inList(names)} ${plural(names.length, 'is', 'are')} for those who like.`);
  }
  const dueOf = (milestones: readonly PlannedMilestone[]) =>
    new Map(
      milestones.flatMap((one) =>
        one.sectionIds.filter(isNamed).map((id) => [id, one.dueOn] as const),
      ),
    );
  const after = dueOf(plan.milestones);
  const [later, sooner] = ['later', 'sooner'].map(
    (way) =>
      [...dueOf(coming)].filter(([id, day]) => {
        const next = after.get(id);
        return next !== undefined && (way === 'later' ? next > day : next < day);
      }).length,
  );
  const due = [
    later ? `${count(later)} due later` : '',
    sooner ? `${sooner === 1 || later ? countWord(sooner) : count(sooner)} sooner` : '',
  ].filter(Boolean);
  if (due.length > 0) said.push(`${capital(due.join(', '))}.`);
  const largest = (milestones: readonly PlannedMilestone[]) =>
    Math.max(
      0,
      ...milestones
        .filter(({ dueOn }) => dueOn > ground.today)
        .map(({ sectionIds }) => stintOf(ground, sectionIds).pages),
    );
  const [was, is] = [largest(ground.milestones), largest(plan.milestones)];
  if (said.length > 0) {
    said.push(
      was === is
        ? `At most ${is} pages to read between two meetings, as before.`
        : `At most ${is} pages to read between two meetings, where it was ${was}.`,
      plan.endsOn === ground.endsOn
        ? `It ends on ${day(plan.endsOn)}, as before.`
        : `It ends on ${day(plan.endsOn)} instead of ${day(ground.endsOn)}.`,
    );
  }
  for (const { sectionId, by } of brokenPoints(ground, plan.milestones)) {
    said.push(`${capital(nameOf(ground, sectionId))} is then not finished by ${day(by)}.`);
  }
  return said;
}

const count = (n: number) => `${countWord(n)} ${plural(n, 'section is', 'sections are')}`;

const inList = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

function nameOf({ book }: ReplanGround, sectionId: number): string {
  const section = book.find(({ id }) => id === sectionId);
  return section ? apart(sectionName(section)) : 'a section';
}

/** Whether anything at all is different afterwards. */
export function isChange(ground: ReplanGround, plan: Plan): boolean {
  const written = (milestones: readonly PlannedMilestone[]) =>
    milestones.map(({ dueOn, sectionIds }) => `${dueOn}: ${sectionIds}`).join('; ');
  return (
    written(ground.milestones) !== written(plan.milestones) ||
    ground.endsOn !== plan.endsOn ||
    String(ground.terms.optionalIds) !== String(plan.optionalIds)
  );
}
