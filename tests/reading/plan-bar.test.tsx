import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { MilestoneView } from '#app/reading/queries/reading-view.ts';
import { barWords, type OwnReading, PlanBar, readOf } from '#app/reading/views/plan-bar.tsx';

const section = (id: number, startPage: number | null, endPage: number | null) => ({
  ...{
    id,
    kind: 'chapter' as const,
    label: String(id),
    title: `Chapter ${id}`,
    startPage,
    endPage,
  },
});

const milestone = (sections: MilestoneView['sections'], state: MilestoneView['state'] = 'now') =>
  ({
    ...{ id: 1, title: '', dueOn: '2026-12-01', words: '', short: '', pages: 40, state, sections },
    passed: 0.75,
  }) satisfies MilestoneView;

const own = (read: number[], said = true): OwnReading => ({
  said,
  sections: [1, 2, 3].map((id) => ({ ...section(id, 1, 1), within: read.includes(id) })),
});

const paged = [section(1, 1, 10), section(2, 11, 40)];

test('a bar is filled by what its reader has read, whatever the day', () => {
  expect(readOf(milestone(paged), own([]))).toBe(0);
  expect(readOf(milestone(paged), own([1]))).toBe(25);
  expect(readOf(milestone(paged), own([1, 2]))).toBe(100);
  expect(readOf(milestone(paged, 'done'), own([1]))).toBe(25);
  expect(readOf(milestone(paged, 'next'), own([1, 2]))).toBe(100);
  expect(readOf(milestone([section(1, null, null), section(2, null, null)]), own([2]))).toBe(50);
});

test('of who has said nothing, no bar says anything', () => {
  expect(readOf(milestone(paged, 'done'), own([1, 2], false))).toBe(0);
  expect(barWords(milestone(paged, 'done'), own([1, 2], false))).toBe('done');
});

test('today is a tick on the bar of now, and on no other', () => {
  const html = (state: MilestoneView['state']) =>
    renderToStaticMarkup(
      <PlanBar milestone={milestone(paged, state)} longest={40} own={own([1])} />,
    );
  expect(html('now')).toContain('<b class="tens-7 ones-5">');
  expect(html('done') + html('next')).not.toContain('<b');
});
