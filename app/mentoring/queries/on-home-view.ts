import type { Cloth } from '#app/access/proofs.ts';

/** Something about asks that waits for the viewer, in words: what leaves the server costs no script. */
export interface NeededOfAsks {
  key: string;
  /** 'Rui can help', 'Camila asks you' */
  eyebrow: string;
  /** the ask's */
  title: string;
  to: string;
  /** the beginning of what was said; '' */
  said: string;
  /** the words of the button, and where it leads */
  action: string;
  at: string;
  /** what else can be answered */
  ways: { to: string; label: string }[];
}

/** What is newly asked in a circle. */
export interface CircleAsking {
  slug: string;
  name: string;
  cloth: Cloth;
  asks: { id: number; to: string; title: string; by: string }[];
}

export interface AsksOnHome {
  needs: NeededOfAsks[];
  fresh: CircleAsking[];
}
