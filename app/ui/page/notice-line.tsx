import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { forgetKept } from '#app/ui/document/kept.ts';
import { type Notice, notices } from '#app/ui/notices.ts';

interface Shown {
  code: string;
  param?: string;
}

/**
 * What the last act did, and the way to take it back. Draws nothing for an unknown code, and goes
 * when the next form is sent. It stands in the shell's status region.
 */
export function NoticeLine({ shown }: { shown: Shown }) {
  const { state } = useNavigation();
  const [past, setPast] = useState<Shown>();
  useEffect(() => {
    if (state === 'submitting') setPast(shown);
  }, [state, shown]);
  const notice = Object.hasOwn(notices, shown.code)
    ? (notices as Record<string, Notice>)[shown.code]
    : undefined;
  useEffect(() => {
    if (notice?.forgets) forgetKept(Number(shown.param));
  }, [notice, shown]);
  if (!notice || past === shown) return null;
  return (
    <div className="notice notice-cloth">
      <p className="notice-words">{notice.words}</p>
      {notice.undo && (
        <Form method="post" action={notice.undo.action(shown.param ?? '')}>
          <button type="submit" className="btn btn-quiet">
            {notice.undo.label}
          </button>
        </Form>
      )}
    </div>
  );
}
