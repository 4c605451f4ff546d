import type { ReactNode } from 'react';
import type { Member, Role, Viewer } from '#app/access/proofs.ts';
import type { ShellCircle } from '#app/circles/rules/faces.ts';

/**
 * The places of the frame that rooms fill. The frame finds a room's `slots/` and names no room:
 * `home.server.ts` and `circle.server.ts` export `load`, what the room reads for that page;
 * `home.tsx` and `circle.tsx` export `slots`, what it shows of that there; `nav.ts` exports `nav`,
 * the ways to the room. Which comes before which is said by `order`, in steps of ten.
 */

/** So many of the viewer's circles have a cover on home; of the others it has a line. */
export const COVERS = 8;

/** What the loads of one page are given. */
export interface Loading {
  now: Date;
  /** Reads for whom the page is what several rooms need of it, once for all of them. */
  once: <Of extends Viewer | Member, T>(
    read: (of: Of, clock: { now: Date }) => Promise<T>,
    of: Of,
  ) => Promise<T>;
}

/** Reads what a room shows on home. All rooms read at once. */
export type HomeLoad<Loaded = unknown> = (viewer: Viewer, loading: Loading) => Promise<Loaded>;

/** Reads what a room shows on the page of a circle. All rooms read at once. */
export type CircleLoad<Loaded = unknown> = (member: Member, loading: Loading) => Promise<Loaded>;

/** What a `load` of either kind reads. */
export type LoadedBy<Load extends (...given: never) => Promise<unknown>> = Awaited<
  ReturnType<Load>
>;

/** Something in a place. `show` is no component: it gives nothing where there is nothing to show. */
export interface Part<Given> {
  order: number;
  show(given: Given): ReactNode;
}

interface OnHome<Loaded> {
  loaded: Loaded;
  /** the viewer's; now: ISO, the loader's */
  clocks: { now: string; zone: string };
}

export interface HomeSlots<Loaded> {
  /** rows of what waits for the viewer, most urgent first */
  needs?: readonly Part<OnHome<Loaded>>[];
  /** rows of what is new to them, circle by circle */
  fresh?: readonly Part<OnHome<Loaded>>[];
  /** rows of what they read for now */
  reading?: readonly Part<OnHome<Loaded>>[];
  /** on the cover of each of their circles; the first is the largest thing on the page */
  card?: readonly Part<OnHome<Loaded> & { circle: ShellCircle; isFirst: boolean }>[];
  /** beside the name of a circle that has no cover there any more: a few words */
  line?: readonly Part<OnHome<Loaded> & { circle: { slug: string } }>[];
  /** what is theirs alone, a block each beside those rows */
  own?: readonly Part<OnHome<Loaded>>[];
  /** blocks below everything else */
  below?: readonly Part<OnHome<Loaded>>[];
  /** rows of circles they are on the way into */
  waiting?: readonly Part<OnHome<Loaded>>[];
  /** the slugs of circles whose cards come before the others */
  first?(loaded: Loaded): readonly string[];
}

export interface OnCircle<Loaded> {
  loaded: Loaded;
  circle: { slug: string };
  /** the viewer's person id */
  me: number;
  role: Role;
  /** a facilitator or the host */
  runs: boolean;
  /** the viewer's and the circle's; now: ISO, the loader's */
  clocks: { now: string; zone: string; circleZone: string };
}

/** Below what the circle itself has to say. */
export interface CircleSlots<Loaded> {
  main?: readonly Part<OnCircle<Loaded>>[];
  /** above the circle's people; `joined` to the part before it, without a gap of its own */
  side?: readonly (Part<OnCircle<Loaded>> & { joined?: true })[];
}

/** An address in a circle, of its slug. */
export type GivenInCircle = (circle: string) => string;

/** A way to a page, and to what stands below it. */
export interface Way<To = string> {
  order: number;
  label: string;
  to: To;
}

export interface Nav {
  /** in the band of a circle */
  circle?: readonly Way<GivenInCircle>[];
  /** pages that belong to what is reached by a way, and do not stand below it */
  within?: readonly { way: GivenInCircle; pages: readonly GivenInCircle[] }[];
  /**
   * at the top, beside the viewer's circles; `also`: pages that belong to it, too; `count`: the address
   * that says how much there is new to the viewer. A way without one gives up its place to a circle's
   * parts on a phone
   */
  main?: readonly (Way & { also?: readonly string[]; count?: string })[];
  /** in the menu of the viewer's account */
  account?: readonly (Way & { forSiteAdmins?: true })[];
}
