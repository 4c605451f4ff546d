/** How much mail a member wants of a circle, the most first. */
const VOLUMES = ['everything', 'concerns', 'digest', 'nothing'] as const;

export type Volume = (typeof VOLUMES)[number];
