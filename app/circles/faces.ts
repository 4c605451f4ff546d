import type { Cloth, Role } from '#app/access/proofs.ts';

/** A circle as the shell shows it to one of its members. */
export interface ShellCircle {
  slug: string;
  name: string;
  cloth: Cloth;
  seats: number;
  taken: number;
  role: Role;
}

/** The person for whom the shell is drawn. */
export interface ShellViewer {
  name: string;
  siteAdmin: boolean;
  circles: readonly ShellCircle[];
}
