import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { createCircle } from '#app/circles/commands/create-circle.server.ts';
import { NewCircleSchema } from '#app/circles/forms.ts';
import { newCircleFor } from '#app/circles/queries/settings.server.ts';
import { NewCircleView } from '#app/circles/views/new-circle-view.tsx';
import { startedBefore } from '#app/circles/words/refusals.ts';
import { refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Start a circle');

export const loader = viewerLoader(({ viewer }) => ({
  ...newCircleFor(viewer),
  submissionKey: crypto.randomUUID(),
}));

export const action = viewerAction(NewCircleSchema, async ({ viewer, form }) => {
  const started = await createCircle(viewer, form);
  if (started.ok) return redirectWith(addressOfCircle(started.slug), 'circle-started');
  const { slug, name } = started;
  const next = crypto.randomUUID();
  return refusedWith(
    { ...form, seats: String(form.seats), submissionKey: next },
    { '': startedBefore },
    // The next press of the button starts another circle.
    { savedFirst: { to: addressOfCircle(slug), title: name }, next },
  );
});

export default function StartCircle() {
  const { submissionKey, ...loaded } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const before = reply && 'savedFirst' in reply ? reply : null;
  return (
    <NewCircleView
      {...loaded}
      submissionKey={before?.next ?? submissionKey}
      savedFirst={before?.savedFirst}
    />
  );
}
