import type { CSSProperties } from 'react';

/** Inline, as most mail clients want it: for the light message. */

/**
 * The design tokens of app/styles/tokens.css that mail uses, as literals: mail programs know no
 * custom properties. A test compares them.
 */
export const colours = {
  light: {
    paper: '#f4f6f4',
    leaf: '#ffffff',
    ink: '#181d1c',
    ink2: '#525c58',
    rule: '#d9dfdb',
    cloth: '#1c5a4a',
    clothInk: '#ffffff',
  },
  dark: {
    paper: '#121615',
    leaf: '#1a1f1e',
    ink: '#e6ebe8',
    ink2: '#a3aea9',
    rule: '#2d3633',
    cloth: '#86cfb8',
    clothInk: '#0d1412',
  },
} as const;

export const serif = "'Literata', Georgia, 'Times New Roman', serif";
export const sans = "'Figtree', -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

export const emailText: CSSProperties = {
  fontFamily: sans,
  fontSize: 16,
  lineHeight: '25px',
  color: colours.light.ink,
};
export const ink2: CSSProperties = {
  ...emailText,
  fontSize: 13,
  lineHeight: '20px',
  color: colours.light.ink2,
};
