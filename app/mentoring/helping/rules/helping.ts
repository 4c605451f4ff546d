/** What somebody can take on, as they say it: theirs to set. */
export interface Helping {
  /** conversations at once as the helper; 0: out */
  atOnce: number;
  /** a day on their own clocks, before which they are not asked; null: not paused */
  pausedUntil: string | null;
  /** whether somebody in none of their circles may ask them, where “ask me about” fits */
  beyondCircles: boolean;
  /** whether mail about a conversation carries what was said there */
  saidInMail: boolean;
}

/** Whoever said nothing: two at once, and whoever is here may ask. */
export const USUAL_HELPING: Helping = {
  ...{ atOnce: 2, pausedUntil: null },
  ...{ beyondCircles: true, saidInMail: false },
};

export const MOST_AT_ONCE = 9;

export const sameHelping = (a: Helping, b: Helping) => inAddress(a) === inAddress(b);

type Saved = Helping & { version: number };

const inAddress = ({ atOnce, pausedUntil, beyondCircles, saidInMail }: Helping) =>
  [atOnce, pausedUntil ?? '', Number(beyondCircles), Number(saidInMail)].join('_');

/** '2_2027-01-12_1_0_3': two at once, paused until that day, asked beyond circles, version 3. */
export const helpingInAddress = (saved: Saved) => `${inAddress(saved)}_${saved.version}`;

/** The same read again; null for what is none. */
export function helpingByAddress(said: string | null): Saved | null {
  const parts = /^(\d)_(\d{4}-[01]\d-[0-3]\d)?_([01])_([01])_(\d{1,9})$/.exec(said ?? '');
  if (!parts) return null;
  const [, atOnce, pausedUntil, beyond, inMail, version] = parts;
  if (pausedUntil && Number.isNaN(Date.parse(pausedUntil))) return null;
  return {
    ...{ atOnce: Number(atOnce), pausedUntil: pausedUntil ?? null },
    ...{ beyondCircles: beyond === '1', saidInMail: inMail === '1', version: Number(version) },
  };
}
