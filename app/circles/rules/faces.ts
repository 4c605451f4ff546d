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
  circles: readonly ShellCircle[];
}

/** What of a membership the shell may show. */
export function faceOf({ circle, role }: Viewer['memberships'][number]): ShellCircle & {
  timeZone: string;
} {
  const { slug, name, cloth, seats, taken, archived, timeZone } = circle;
  return { slug, name, cloth, seats, taken, archived, role, timeZone };
}
