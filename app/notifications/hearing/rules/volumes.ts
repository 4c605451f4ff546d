/** How much mail a member wants of a circle, the most first. */
export const VOLUMES = ['everything', 'concerns', 'digest', 'nothing'] as const;

export type Volume = (typeof VOLUMES)[number];

export const isVolume = (word: string): word is Volume =>
  (VOLUMES as readonly string[]).includes(word);

/** The moment at which something was set, as an address has it (milliseconds). */
export const momentBy = (said: string | null) =>
  new Date(Number(/^\d{1,15}$/.exec(said ?? '')?.[0] ?? 0));
