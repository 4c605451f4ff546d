import type { CSSProperties } from 'react';

/** Inline, as most mail clients want it: for the light message. */

export const serif = "'Literata', Georgia, 'Times New Roman', serif";
export const sans = "'Figtree', -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

export const emailText: CSSProperties = {
  fontFamily: sans,
  fontSize: 16,
  lineHeight: '25px',
  color: '#181d1c',
};
export const ink2: CSSProperties = {
  ...emailText,
  fontSize: 13,
  lineHeight: '20px',
  color: '#545e5a',
};
