import type { AriaAttributes } from 'react';

/**
 * The attributes that a component passes on to its element, by name; others with a dash, which the
 * compiler takes anywhere, are refused. To copy whatever else a component was given (`...rest`) takes
 * the server longer than to render the element: what a page is full of names them.
 */
export type PassedOn<Attributes, Names extends keyof Attributes> = Pick<Attributes, Names> & {
  [Name in Exclude<keyof AriaAttributes, Names>]?: never;
} & { [name: `data-${string}`]: never };
