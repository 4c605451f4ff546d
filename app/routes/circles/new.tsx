import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { createCircle } from '#app/circles/commands/create-circle.server.ts';
import { NewCircleSchema } from '#app/circles/forms.ts';
import { newCircleFor } from '#app/circles/queries/settings.server.ts';
import { NewCircleView } from '#app/circles/views/new-circle-view.tsx';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Start a circle');

export const loader = viewerLoader(({ viewer }) => ({
  ...newCircleFor(viewer),
  submissionKey: crypto.randomUUID(),
}));

export const action = viewerAction(NewCircleSchema, async ({ viewer, form }) => {
  const { slug } = await createCircle(viewer, form);
  return redirectWith(addressOfCircle(slug), 'circle-started');
});

export default function StartCircle() {
  return <NewCircleView {...useLoaderData<typeof loader>()} />;
}
