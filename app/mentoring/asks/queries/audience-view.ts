/** Somebody who would read an ask. */
export interface Reader {
  id: number;
  name: string;
}

/** People an ask may go to together. */
export interface Audience {
  /** as the form spells it (rules/reach.ts) */
  to: string;
  kind: 'session' | 'circle' | 'circles' | 'site';
  /** the name of the circle, where it is one */
  circle: string | null;
  session: { startsAt: string; zone: string; runs: string | null } | null;
  /** who would read it now, without the asker */
  people: Reader[];
  /** of the site: by person, the words of their “ask me about” that fit */
  fits: Record<number, string[]>;
  /** whom of them the asker keeps apart: for nobody else */
  apart: KeptApart;
  /** tells these people from others */
  digest: string;
  /** it went there before */
  reached: boolean;
  /** all of them are members of the circle that its source is in */
  withSource: boolean;
}

export interface KeptApart {
  names: string[];
  /** somebody is, by an address: whose it is, is not told */
  unnamed: boolean;
}

/** Somebody who may be asked alone. */
export interface PersonToAsk extends Reader {
  company: string;
  askMeAbout: string;
  /** why they cannot be asked now, in words */
  not: string | null;
  apart: boolean;
  reached: boolean;
  withSource: boolean;
}

/** Everybody an ask may go to, in the order in which they are offered. */
export interface Audiences {
  sessions: Audience[];
  people: PersonToAsk[];
  circles: Audience[];
  all: Audience | null;
  site: Audience | null;
  /** it went to people of the site before */
  wentToSite: boolean;
}
