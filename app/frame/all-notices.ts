import type { Notice } from '#app/ui/page/notice-line.tsx';

/** The notices of every room, by code: a room's `notices.ts` is found, not listed. */
export const allNotices: Readonly<Record<string, Notice>> = Object.assign(
  {},
  ...Object.values(
    import.meta.glob<Record<string, Notice>>('/app/*/notices.ts', {
      eager: true,
      import: 'notices',
    }),
  ),
);
