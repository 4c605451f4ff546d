import type { Data } from '../bare/template.ts';

/** One query of what a page shows, as bare React asks it. */
export interface Query {
  text: string;
  values: number[];
  /** what of the page its rows are */
  fills?: keyof Data;
}

export interface Page {
  name: string;
  path: string;
  /** the main rows of the page, plainly asked for; `person` is who looks */
  content(person: number): Query[];
}

export const query = (text: string, ...values: number[]): Query => ({ text, values });
