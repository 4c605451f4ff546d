import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { asFacilitator } from '#app/access/membership.server.ts';
import { booksOf } from '#app/reading/queries/books.server.ts';
import { planMoreOf } from '#app/reading/queries/plan-terms.server.ts';
import { readingsOf } from '#app/reading/queries/readings.server.ts';
import { currentOf, ReadingRoom } from '#app/reading/reading-room.tsx';
import { titled } from '#app/ui/title.ts';

export const meta = titled('Reading');

export const loader = memberLoader(async ({ member }) => {
  const [readings, books] = await Promise.all([readingsOf(member), booksOf(member)]);
  const current = currentOf(readings);
  const more = current ? await planMoreOf(member, current) : null;
  return {
    readings,
    books,
    more,
    slug: member.circle.slug,
    canPlan: asFacilitator(member) !== null,
  };
});

export default function Reading() {
  return <ReadingRoom {...useLoaderData<typeof loader>()} />;
}
