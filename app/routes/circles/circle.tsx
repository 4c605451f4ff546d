import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { CircleView } from '#app/circles/circle-view.tsx';
import { circlePage } from '#app/circles/queries/circle-page.server.ts';
import { seatsWords } from '#app/circles/words.ts';
import { titled } from '#app/ui/title.ts';

export const handle = { circle: 'band' };

export const meta = titled<{ circle: { name: string } }>(({ circle }) => circle.name);

export const loader = memberLoader(async ({ member }) => {
  const page = await circlePage(member);
  return {
    circle: { ...page, slug: member.circle.slug, name: member.circle.name },
    role: member.role,
    /** the line under the name, in the shell's band */
    bandLine: `${seatsWords(page)}.`,
  };
});

export default function Circle() {
  const { circle, role } = useLoaderData<typeof loader>();
  return <CircleView circle={circle} role={role} />;
}
