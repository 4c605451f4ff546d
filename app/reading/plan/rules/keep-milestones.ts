import type { PlannedMilestone } from './plan.ts';

interface Known {
  id?: number | undefined;
  title: string;
  dueOn: string;
  sectionIds: readonly number[];
}

/**
 * Gives newly planned milestones the identities of those there were, so that a session that points
 * to one keeps it: the one whose session is on that day, else the one due that day, else the next
 * of those left. A name goes with the section it began with.
 * @param pinned milestone ids by the day their session moved to
 */
export function keepMilestones(
  planned: readonly PlannedMilestone[],
  before: readonly Known[],
  pinned: ReadonlyMap<string, number> = new Map(),
): PlannedMilestone[] {
  const left = before.filter(({ id }) => id !== undefined);
  const take = (which: (one: Known) => boolean) => {
    const at = left.findIndex(which);
    return at === -1 ? undefined : left.splice(at, 1)[0]?.id;
  };
  const ids = new Map<PlannedMilestone, number | undefined>();
  const give = (which: (one: Known, milestone: PlannedMilestone) => boolean) => {
    for (const milestone of planned) {
      if (ids.get(milestone) === undefined) {
        ids.set(
          milestone,
          take((one) => which(one, milestone)),
        );
      }
    }
  };
  give(({ id }, { dueOn }) => pinned.get(dueOn) === id);
  const moved = new Set(pinned.values());
  give(({ id, dueOn }, milestone) => !moved.has(id ?? 0) && dueOn === milestone.dueOn);
  give(() => true);
  return planned.map((milestone) => {
    const names = before.flatMap(({ title, sectionIds: [first] }) =>
      title && first !== undefined && milestone.sectionIds.includes(first) ? [title] : [],
    );
    return { ...milestone, id: ids.get(milestone), title: names.join(', ').slice(0, 120) };
  });
}
