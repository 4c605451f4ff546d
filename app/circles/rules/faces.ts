import type { Cloth, Role, Viewer } from '#app/access/proofs.ts';

/** A circle as the shell shows it to one of its members. */
export interface ShellCircle {
  slug: string;
  name: string;
  cloth: Cloth;
  seats: number;
  taken: number;
  archived: boolean;
  role: Role;
}

/** The person for whom the shell is drawn. */
export interface ShellViewer {
  id: number;
  name: string;
  siteAdmin: boolean;
  /** how much in their inbox is new, two hundred at most */
  unread: number;
  /** those of their circles that every page leads to */
  circles: readonly ShellCircle[];
  /** there are others, which the page of all circles lists */
  hasMore: boolean;
}

type Memberships = Viewer['memberships'];

/** What of a membership the shell may show. */
export function faceOf({ circle, role }: Memberships[number]): ShellCircle & {
  timeZone: string;
} {
  const { slug, name, cloth, seats, taken, archived, timeZone } = circle;
  return { slug, name, cloth, seats, taken, archived, role, timeZone };
}

const EVERYWHERE = 8;

/**
 * The circles that every page leads to. Of many: those that are not archived before others, those
 * that the viewer runs before those they are in; the one whose page it is always among them.
 * @param slug of that one
 */
export function facesEverywhere(memberships: Memberships, slug: string | undefined) {
  const rank = ({ circle, role }: Memberships[number]) =>
    Number(circle.archived) * 2 + Number(role === 'member');
  const many = memberships.length > EVERYWHERE;
  const ranked = many ? [...memberships].sort((a, b) => rank(a) - rank(b)) : memberships;
  const here = ranked.findIndex(({ circle }) => circle.slug === slug);
  const shown = ranked.filter(
    (_, at) => at === here || at < EVERYWHERE - Number(here >= EVERYWHERE),
  );
  return { circles: shown.map(faceOf), hasMore: many };
}

const names = new WeakMap<object, Pick<ShellCircle, 'slug' | 'name'>>();

/** A circle by name: the same object for all who ask for it, so that a page's data say it once. */
export function namedOf(circle: Pick<ShellCircle, 'slug' | 'name'>) {
  const named = names.get(circle) ?? { slug: circle.slug, name: circle.name };
  names.set(circle, named);
  return named;
}
