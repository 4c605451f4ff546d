import type { Viewer } from '#app/access/proofs.ts';
import { type CastCircle, circleOf } from '#tests/support/cast.ts';

/** So many circles with `who` in each, 'Circle 1' first; Ines and others host them. */
export async function circlesWith(who: Viewer, count: number): Promise<CastCircle[]> {
  const circles: CastCircle[] = [];
  for (let at = 1; at <= count; at++) {
    circles.push(await circleOf({ name: `Circle ${at}`, members: [who] }));
  }
  return circles;
}

/** The circles that a page or a part of it leads to, by the number in their names, as they stand there. */
export const circlesIn = (html: string, circles: readonly CastCircle[]) =>
  [...html.matchAll(/href="\/circles\/([^"/?#]+)"/g)].flatMap(([, slug]) => {
    const at = circles.findIndex((circle) => circle.slug === slug);
    return at < 0 ? [] : [at + 1];
  });
