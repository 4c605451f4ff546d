/** How much mail a member wants of a circle, the most first. */
export const VOLUMES = ['everything', 'concerns', 'digest', 'nothing'] as const;

export type Volume = (typeof VOLUMES)[number];

/** How much of what is between people: all of it concerns them. */
export const BETWEEN_VOLUMES = ['everything', 'digest', 'nothing'] as const satisfies Volume[];

export type BetweenVolume = (typeof BETWEEN_VOLUMES)[number];

/** The same as a volume that somebody wants of everything. */
export const betweenVolume = (volume: Volume): BetweenVolume =>
  volume === 'concerns' ? 'everything' : volume;

export const isVolume = (word: string): word is Volume =>
  (VOLUMES as readonly string[]).includes(word);

/** The moment at which something was set, as an address has it (milliseconds). */
export const momentBy = (said: string | null) =>
  new Date(Number(/^\d{1,15}$/.exec(said ?? '')?.[0] ?? 0));
