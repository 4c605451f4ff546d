import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import { listedCircles } from '#app/circles/queries/listed-circles.server.ts';
import { faceOf } from '#app/circles/rules/faces.ts';
import { CirclesView } from '#app/circles/views/circles-view.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Circles');

export const loader = viewerLoader(async ({ viewer, url }) => {
  const before = Number(url.searchParams.get('before'));
  const first = !Number.isSafeInteger(before) || before <= 0;
  const { circles, older } = await listedCircles(viewer, first ? null : before);
  return {
    mine: first ? viewer.memberships.map(faceOf) : [],
    first,
    listed: circles,
    older: older === null ? null : `/circles?before=${older}`,
  };
});

export default function Circles() {
  return <CirclesView {...useLoaderData<typeof loader>()} />;
}
