import sans from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url';
import serif from '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2?url';
import type { LinkDescriptor } from '@remix-run/server-runtime';
import favicon from './favicon.svg?url';

const font = (href: string): LinkDescriptor => ({
  rel: 'preload',
  as: 'font',
  type: 'font/woff2',
  crossOrigin: 'anonymous',
  href,
});

/** The favicon, and the two upright fonts at once, since every page begins with both. */
export const uiLinks: LinkDescriptor[] = [
  { rel: 'icon', type: 'image/svg+xml', href: favicon },
  font(serif),
  font(sans),
];
