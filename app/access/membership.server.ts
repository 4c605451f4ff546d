import type { Admin, Facilitator, Host, Member, Viewer } from './proofs.ts';
import { asViewer, type ViewerRow, viewerRowOf } from './viewer-row.server.ts';

/** The only minter of proofs. Each answers null where the right is missing. */

export function viewerFrom(row: ViewerRow): Viewer {
  return asViewer(row) as unknown as Viewer;
}

/** The viewer proof of a person outside a request (seed, tests). Null when deactivated. */
export async function viewerForPerson(personId: number): Promise<Viewer | null> {
  const row = await viewerRowOf(personId);
  return row ? viewerFrom(row) : null;
}

export function memberOf(viewer: Viewer, slug: string): Member | null {
  const membership = viewer.memberships.find(({ circle }) => circle.slug === slug);
  if (!membership) return null;
  const { circle, role } = membership;
  return { viewer, personId: viewer.personId, circleId: circle.id, circle, role } as Member;
}

/** The viewer, in those of their circles that are not archived: where something may wait for them. */
export function inOpenCircles(viewer: Viewer): Viewer {
  return { ...viewer, memberships: viewer.memberships.filter(({ circle }) => !circle.archived) };
}

export function asFacilitator(member: Member): Facilitator | null {
  return member.role === 'member' ? null : (member as Facilitator);
}

/** Whether somebody does what a facilitator may: nobody does in a circle that is archived. */
export const runsNow = ({ role, circle }: Member) => role !== 'member' && !circle.archived;

export function asHost(member: Member): Host | null {
  return member.role === 'host' ? (member as Host) : null;
}

export function asAdmin(viewer: Viewer): Admin | null {
  return viewer.siteAdmin ? (viewer as Admin) : null;
}
