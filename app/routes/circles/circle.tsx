import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { runsNow } from '#app/access/membership.server.ts';
import { circlePage } from '#app/circles/queries/circle-page.server.ts';
import { CircleView } from '#app/circles/views/circle-view.tsx';
import { seatsWords } from '#app/circles/words/circles.ts';
import { loadCircle } from '#app/frame/loads.server.ts';
import { MainParts, SideParts } from '#app/frame/views/circle-parts.tsx';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const handle = { circle: 'band' };

export const meta = titled<{ circle: { name: string } }>(({ circle }) => circle.name);

export const loader = memberLoader(async ({ member, viewer, peek }) => {
  const now = new Date();
  const [page, loaded] = await Promise.all([
    circlePage(member),
    loadCircle(member, { now }),
    // Of how they came in: they are.
    markRead({ viewer, peek }, member.circle.slug, ['seat:*', 'request:*']),
  ]);
  const { slug, name, timeZone } = member.circle;
  return {
    circle: { ...page, slug, name },
    parts: {
      loaded,
      circle: { slug },
      me: member.personId,
      role: member.role,
      runs: runsNow(member),
      clocks: { now: now.toISOString(), zone: member.viewer.timeZone, circleZone: timeZone },
    },
    /** the line under the name, in the shell's band */
    bandLine: `${seatsWords(page)}.`,
  };
});

export default function Circle() {
  const { circle, parts } = useLoaderData<typeof loader>();
  return (
    <CircleView
      circle={circle}
      role={parts.role}
      main={<MainParts {...parts} />}
      side={<SideParts {...parts} />}
    />
  );
}
