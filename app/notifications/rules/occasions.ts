/** What people are told of. Every room writes its own kinds, in files of its `occasions/`. */

/** What each kind of occasion keeps beside its thing. A room adds its own by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms' occasions
export interface Occasions {}

export type OccasionKind = keyof Occasions & string;

/** The same of what is between people, in no circle: a kind is in one of the two. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms' occasions
export interface BetweenPeople {}

export type BetweenKind = keyof BetweenPeople & string;

/**
 * Whom it concerns. you: only who is told it, alone; circle: every member; news: good to know, and
 * not for who wants to hear only what concerns them.
 */
export type Weight = 'you' | 'circle' | 'news';

/** One line of an inbox, and of a mail that tells of several things. */
export interface Line {
  title: string;
  /** what happened to it, and who did it, in a few words */
  text: string;
  /** what somebody said there, three lines of a mail at most */
  said?: string;
}

/** What stands in a statement for somebody in a circle: '$1', or an expression. */
export interface Reader {
  circle: string;
  person: string;
  /** the day it is in the circle's zone */
  today: string;
}

/** What a mail that tells of several things says of one, beside its title and what somebody said. */
export interface InMail {
  /** who did what, in a few words */
  did: string;
  /** the same where it stands alone: in the subject */
  headline: string;
}

/** What a line is made of. */
export interface SaysBetween<Detail, Facts> {
  facts: Facts;
  detail: Detail;
  /** the name of who did it, 'You' where the reader did; null when nobody did */
  by: string | null;
  /** the reader's */
  zone: string;
  thing: number | null;
  now: Date;
}

/** The same of what happened in a circle. */
export interface Says<Detail, Facts> extends SaysBetween<Detail, Facts> {
  circle: { slug: string; name: string };
  threadId: number | null;
  forYou: boolean;
}

/** What every kind of occasion says, of a circle or between people. */
export interface Kind<Of> {
  /** What the line is about: what happens to the same thing later takes its place. */
  topic(thing: number | null): string;
  /**
   * SQL that gives the json of what the words need, read whenever the line is shown or mailed; null
   * when there is nothing to show any more. It selects no text that its reader may not see.
   */
  facts: string;
  /** Who did it has a line of it too, which is read. */
  doer?: true;
  line(says: Of): Line;
  /** What a mail says of it beside the line's title. Without it, that is the line. */
  inMail?(says: Of): InMail;
  /** Whether it is over: the line stays, and no mail tells of it any more. Without it, it never is. */
  over?(says: Of): boolean;
  /** what the way to it is called: “Rui’s note”. Without it, its title. */
  called?(says: Of): string;
  /** where one click leads */
  to(says: Of): string;
}

/**
 * A kind of occasion in a circle. What is SQL is said of `i`: in `facts` and `held` the row of
 * inbox_item, in `forYou` and `audience` somebody who may be told (circle_id, person_id, thing_id,
 * thread_id, by_person_id, at, volume; muted: of the thread, null for neither; in `audience` also
 * for_you). `lines.beyond` is what the kind with `lines` says of that person. All of it keeps to
 * `i.circle_id`.
 *
 * `exists (… offset 0)` is looked for by its keys, for each row: without the offset PostgreSQL may
 * read a whole table once, for all rows.
 */
export interface Occasion<Detail, Facts> extends Kind<Says<Detail, Facts>> {
  weight: Weight;
  /** SQL: whether the line does not count for now. Without it, it always does. */
  held?: string;
  /**
   * A select (beyond) of the sections that lie beyond a reader's line, as one array: for `held` and
   * `facts` of every kind. One kind says it.
   */
  lines?(of: Reader): string;
  /** SQL: whether it is for a member in particular. Without it, that is what weight `you` is. */
  forYou?: string;
  /** SQL: which of the members are told. Without it all are. */
  audience?: string;
  /** what happened to several of its things in one thread, in the order in which it did */
  together?(several: readonly { by: string | null; facts: Facts }[]): string;
  /** what its reader has to have read while it is held: “chapter 8”; null where that is not it */
  waitsFor?(says: Says<Detail, Facts>): string | null;
}

/**
 * A kind of occasion between people: its row `i` has no circle, and its `facts` look for themselves,
 * by `i.person_id` and `i.thing_id`, whether its reader may still see the thing. It is for whom it is
 * told, never held, and never for everybody.
 */
export interface Between<Detail, Facts> extends Kind<SaysBetween<Detail, Facts>> {
  between: true;
  weight: 'you';
}

/**
 * What stands in `facts` for a row's reader, and for the ids of the circles they are in, which each
 * statement puts in their place.
 */
export const READER = { person: 'i.person_id', circles: ':circles' } as const;

/** Says of a kind what its room knows of it. */
export const occasion = <K extends OccasionKind, Facts>(
  kind: Occasion<Occasions[K], Facts>,
): Occasion<Occasions[K], Facts> => kind;

/** The same of a kind between people. */
export const between = <K extends BetweenKind, Facts>(
  kind: Kind<SaysBetween<BetweenPeople[K], Facts>>,
): Between<BetweenPeople[K], Facts> => ({ ...kind, between: true, weight: 'you' });

/** All kinds of one file, as it exports them. */
export type OccasionsOf<K extends OccasionKind> = {
  // biome-ignore lint/suspicious/noExplicitAny: each kind knows its own facts
  [N in K]: Occasion<Occasions[N], any>;
};

/** The same of kinds between people. */
export type BetweenOf<K extends BetweenKind> = {
  // biome-ignore lint/suspicious/noExplicitAny: each kind knows its own facts
  [N in K]: Between<BetweenPeople[N], any>;
};
