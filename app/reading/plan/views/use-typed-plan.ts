import { useEffect, useState } from 'react';
import type { PlanTyped } from '#app/reading/plan/rules/plan-draft.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';

export const PLAN_FORM = 'plan-form';

const form = () => {
  const found = document.getElementById(PLAN_FORM);
  return found instanceof HTMLFormElement ? found : null;
};

/**
 * What is typed right now, for the picture beside the fields; and the way to change which milestone
 * a section is read for, which is nothing but choosing in its field.
 */
export function useTypedPlan(defaults: PlanTyped, reply: FormReply | undefined, rows: unknown[]) {
  const [typed, setTyped] = useState<PlanTyped>(() => valuesOf(defaults, reply));
  const read = () => {
    const present = form();
    if (present) setTyped(typedIn(new FormData(present)));
  };
  // Rows and replies change the form itself, without a word typed.
  useEffect(read, [reply, ...rows]);
  const choose = (milestoneOf: ReadonlyMap<string, string>) => {
    const present = form();
    if (!present) return;
    for (const [name, id] of new FormData(present)) {
      const at = /^sections\[(\d+)\]\.id$/.exec(name)?.[1];
      const milestone = milestoneOf.get(String(id));
      const select = present.elements.namedItem(`sections[${at}].milestone`);
      if (milestone !== undefined && select instanceof HTMLSelectElement) select.value = milestone;
    }
    read();
  };
  return { typed, read, choose };
}

function valuesOf(defaults: PlanTyped, reply: FormReply | undefined): PlanTyped {
  if (!reply) return defaults;
  const values = reply.values as Partial<PlanTyped>;
  const rows = { milestones: [], sections: [], pauses: [], fixed: [] };
  const ticks = { recap: '', wrap: '' };
  return { ...defaults, ...rows, ...ticks, ...values };
}

const ROW = /^(milestones|sections|pauses|fixed)\[(\d+)\]\.(\w+)$/;

function typedIn(data: FormData): PlanTyped {
  const text = (name: string) => String(data.get(name) ?? '');
  const lists: Record<string, Record<string, string>[]> = {
    milestones: [],
    sections: [],
    pauses: [],
    fixed: [],
  };
  for (const [name, value] of data) {
    const [, list = '', index, field = ''] = ROW.exec(name) ?? [];
    const rows = lists[list];
    if (!rows) continue;
    const row = rows[Number(index)] ?? {};
    row[field] = String(value);
    rows[Number(index)] = row;
  }
  return {
    startsOn: text('startsOn'),
    endsOn: text('endsOn'),
    rhythm: text('rhythm'),
    weekday: text('weekday'),
    count: text('count'),
    pace: text('pace'),
    recap: text('recap'),
    wrap: text('wrap'),
    recapOn: text('recapOn'),
    wrapOn: text('wrapOn'),
    ...(lists as unknown as Pick<PlanTyped, 'milestones' | 'sections' | 'pauses' | 'fixed'>),
  };
}
