import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { putBack } from '#app/shelves/commands/shelf-books.server.ts';
import { takenOffTitle } from '#app/shelves/queries/shelf.server.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Put this book back?');

export const loader = viewerLoader(async ({ viewer, id }) => ({
  title: found(await takenOffTitle(viewer, id('entry'))),
}));

export const action = viewerAction(EmptySchema, async ({ viewer, id }) => {
  const back = await putBack(viewer, id('entry'));
  if (!back.ok) gone();
  return redirectWith('/shelf', 'book-put-back');
});

export default function PutBack() {
  const { title } = useLoaderData<typeof loader>();
  return (
    <Asking
      title="Put it back on your shelf?"
      yes="Put it back"
      back={{ to: '/shelf', label: 'Leave it' }}
    >
      <bdi>{title}</bdi> stands there again as it did.
    </Asking>
  );
}
