import { Form } from '@remix-run/react';
import { type Notice, notices } from './notices.ts';
import { NoticeBar } from './page.tsx';

/** What the last act did, and the way to take it back. Draws nothing for an unknown code. */
export function NoticeLine({ code, param = '' }: { code: string; param?: string }) {
  const notice = Object.hasOwn(notices, code)
    ? (notices as Record<string, Notice>)[code]
    : undefined;
  if (!notice) return null;
  const { words, undo } = notice;
  return (
    <NoticeBar
      tone="cloth"
      action={
        undo && (
          <Form method="post" action={undo.action(param)}>
            <button type="submit" className="btn btn-quiet">
              {undo.label}
            </button>
          </Form>
        )
      }
    >
      {words}
    </NoticeBar>
  );
}
