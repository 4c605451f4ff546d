/**
 * Proofs: values that can only be made by access/, and without which no query or command about a
 * circle can be called. The symbols are not exported, so no other file can write one by hand.
 */
declare const viewerProof: unique symbol;
declare const memberProof: unique symbol;
declare const facilitatorProof: unique symbol;
declare const hostProof: unique symbol;
declare const scribeProof: unique symbol;
declare const runnerProof: unique symbol;
declare const adminProof: unique symbol;
declare const askerProof: unique symbol;
declare const askReaderProof: unique symbol;
declare const partnerProof: unique symbol;

export type Role = 'member' | 'facilitator' | 'host';
export type Cloth = 'pine' | 'indigo' | 'plum' | 'madder' | 'ochre' | 'slate';

/** A circle as its members see it in the shell. */
export interface CircleFace {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly cloth: Cloth;
  readonly timeZone: string;
  readonly seats: number;
  /** seats taken by members */
  readonly taken: number;
  /** everything is read as before, nothing is written */
  readonly archived: boolean;
}

/** What somebody has just shown that they may sign in by. A sign-in begins only while all of it holds. */
export interface Credential {
  readonly personId: number;
  readonly email: string;
  /** the password as the person's row has it: it was verified, or set, just now */
  readonly passwordHash: string;
  /** the stored hash of a demo link that was followed in place of a password */
  readonly demoLink?: string;
}

/** The signed-in person behind a request. */
export interface Viewer {
  readonly [viewerProof]: true;
  readonly personId: number;
  readonly name: string;
  readonly email: string;
  readonly emailConfirmed: boolean;
  readonly timeZone: string;
  readonly siteAdmin: boolean;
  readonly memberships: readonly { readonly circle: CircleFace; readonly role: Role }[];
  readonly inbox: {
    /** how much is new, two hundred at most: less as what this request shows is marked */
    unread: number;
    /** what that is about; null where there may be more */
    readonly topics: readonly string[] | null;
  };
}

/** A person in a circle, with the rights of a member. */
export interface Member {
  readonly [memberProof]: true;
  readonly viewer: Viewer;
  readonly personId: number;
  readonly circleId: number;
  readonly circle: CircleFace;
  readonly role: Role;
}

/** A member who may run sessions: a facilitator or the host. */
export interface Facilitator extends Member {
  readonly [facilitatorProof]: true;
}

/** The member who owns the circle. */
export interface Host extends Facilitator {
  readonly [hostProof]: true;
}

/** A member who may write down what is said at one session: who takes its notes, or runs it. */
export interface Scribe extends Member {
  readonly [scribeProof]: true;
  readonly sessionId: number;
}

/**
 * A member with a facilitator's rights for one session: a facilitator, or whoever is to run it,
 * whatever their role.
 */
export interface Runner extends Scribe {
  readonly [runnerProof]: true;
}

/** A person who administers the installation. Gives no right in any circle. */
export interface Admin extends Viewer {
  readonly [adminProof]: true;
}

/** Who wrote an ask, whatever state it is in. */
export interface Asker {
  readonly [askerProof]: true;
  readonly viewer: Viewer;
  readonly personId: number;
  readonly askId: number;
}

/**
 * Somebody who may read an ask at this moment: its asker, whom it reaches, and who answered it. A
 * draft is its asker's alone.
 */
export interface AskReader {
  readonly [askReaderProof]: true;
  readonly viewer: Viewer;
  readonly personId: number;
  readonly askId: number;
  readonly isAsker: boolean;
}

/** One of the two of a conversation. */
export interface Partner {
  readonly [partnerProof]: true;
  readonly viewer: Viewer;
  readonly personId: number;
  readonly conversationId: number;
  readonly askId: number;
  readonly side: 'asker' | 'helper';
  /** the person id of the other */
  readonly otherId: number;
}
