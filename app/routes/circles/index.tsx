import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import { CirclesView } from '#app/circles/circles-view.tsx';
import { faceOf } from '#app/circles/faces.ts';
import { listedCircles } from '#app/circles/queries/listed-circles.server.ts';
import { titled } from '#app/ui/title.ts';

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
