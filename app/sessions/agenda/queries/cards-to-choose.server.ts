import type { Member, Viewer } from '#app/access/proofs.ts';
import { filtersIn, lookIn } from '#app/cards/forms.ts';
import { chooseCards } from '#app/cards/queries/choose.server.ts';
import { lookAt } from '#app/cards/queries/look-at.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { cardsUsed } from './cards-used.server.ts';
import { cardsOfPagesFor, type ReadFor } from './pages-of-milestone.server.ts';

interface Choosing extends Clock {
  read: ReadFor;
  /** that whoever chooses runs the session, and reads the notes for it */
  runsIt: boolean;
  /** 'deck/card': what the circle keeps at hand */
  favourites?: readonly string[];
}

/** The cards that an address looks for, for an agenda of one's circle; and the one it looks at. */
export async function cardsToChoose(
  member: Member,
  search: URLSearchParams,
  { read, runsIt, favourites = [], ...clock }: Choosing,
) {
  const { show, look } = lookIn(search);
  const { slug, name } = member.circle;
  const one = { memberships: [{ circle: member.circle, role: member.role }] };
  const [uses, first, lookedAt] = await Promise.all([
    cardsUsed(one, clock),
    cardsOfPagesFor(member, read, clock),
    lookAt(member.viewer, look, { runsIt }),
  ]);
  const choice = await chooseCards(filtersIn(search), {
    ...{ uses, first, favourites, circles: [slug] },
    ...(show && { show }),
  });
  return { choice, lookedAt, circles: [{ slug, name }] };
}

export type CardsToChoose = Awaited<ReturnType<typeof cardsToChoose>>;

/** The same among all cards, for an agenda of whichever circle. */
export async function cardsToBrowse(viewer: Viewer, search: URLSearchParams, clock: Clock = {}) {
  const { show, look } = lookIn(search);
  const circles = viewer.memberships.map(({ circle: { slug, name } }) => ({ slug, name }));
  const [uses, lookedAt] = await Promise.all([cardsUsed(viewer, clock), lookAt(viewer, look)]);
  const choice = await chooseCards(filtersIn(search), {
    ...{ uses, circles: circles.map(({ slug }) => slug) },
    ...(show && { show }),
  });
  return { choice, lookedAt, circles };
}
