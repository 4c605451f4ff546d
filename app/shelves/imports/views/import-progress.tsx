import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import type { ImportView } from '#app/shelves/imports/queries/imports.server.ts';
import { number } from '#app/shelves/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { NoticeBar } from '#app/ui/page/page.tsx';

const LOOK_AGAIN_MS = 1_000;

/** How far an import is. The page asks again by itself, with scripts and without. */
export function ImportProgress({ one }: { one: ImportView }) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== 'idle') return;
    const timer = setTimeout(revalidate, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
  const { rows } = one;
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <label className="reading-on" htmlFor="read-so-far">
        {rows.read === 0
          ? 'Waiting to be read…'
          : `${number(rows.read)} rows read, ${number(rows.new)} books new on your shelf…`}
      </label>
      <progress id="read-so-far" max={one.bytes} value={one.bytesRead} className="bar" />
      <p className="hint">You can leave this page: it goes on without you.</p>
      {one.state === 'stands-still' && (
        <div className="mt-6">
          <NoticeBar
            tone="rubric"
            action={
              <PostForm>
                <Button>Take it up again</Button>
              </PostForm>
            }
          >
            Nothing has moved for a minute. What was read so far is on your shelf.
          </NoticeBar>
        </div>
      )}
    </>
  );
}
