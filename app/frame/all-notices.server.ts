import type { Notice, ShownNotice } from '#app/ui/page/notice-line.tsx';

/** The notices of every room, by code: a room's `notices.ts` is found, not listed. */
const allNotices: Readonly<Record<string, Notice>> = Object.assign(
  {},
  ...Object.values(
    import.meta.glob<Record<string, Notice>>('/app/*/notices.ts', {
      eager: true,
      import: 'notices',
    }),
  ),
);

const MAIL_IS_KEPT = 'No mail leaves this site yet: its administrator has it in the Outbox.';

/**
 * What a page says of what was done before it; null for an unknown code. Made here, so that a page
 * loads its own notice and no others.
 */
export function noticeShown(
  { code, param }: { code: string; param: string },
  { mailIsKept }: { mailIsKept: boolean },
): ShownNotice | null {
  const notice = Object.hasOwn(allNotices, code) ? allNotices[code] : undefined;
  if (!notice) return null;
  const { words, mail, undo, stays, forgets } = notice;
  return {
    words: mail ? `${words} ${mailIsKept ? MAIL_IS_KEPT : mail}` : words,
    undo: undo && { label: undo.label, action: undo.action(param) },
    stays,
    forgets: forgets && Number(param),
  };
}
