import type { OfferState } from '#app/mentoring/offers/rules/offer.ts';
import type { RoundStage } from '#app/mentoring/rounds/rules/round.ts';

/** A round as one member sees it. Moments are ISO strings. */
export interface RoundView {
  sessionId: number;
  startsAt: string;
  cancelled: boolean;
  /** null where the session is held without one */
  round: {
    stage: RoundStage;
    setBy: string;
    /** members of the circle, and how many of them have written one */
    people: number;
    written: number;
    /** when it can be opened */
    opensAt: string;
    /** in turn; nobody's before it is opened */
    turns: Turn[];
    /** whose turn it is: a person id */
    nowId: number | null;
    helping: Helping[];
  } | null;
  mine: Mine;
  /** asks of the viewer's that they could bring, five at most */
  drafts: { id: number; title: string; open: boolean }[];
  /** what the viewer may do now */
  may: Record<'set' | 'takeOff' | 'open' | 'reopen' | 'lead' | 'bring', boolean>;
}

export interface Mine {
  passes: boolean;
  /** they have a turn */
  sent: boolean;
  ask: { id: number; title: string; body: string; version: number; state: string } | null;
}

/** One of the round. */
export interface Turn {
  personId: number;
  name: string;
  askId: number;
  /** null where the viewer may not read it */
  title: string | null;
  html: string | null;
  /** its asker took it back, or found help */
  closed: boolean;
  state: 'read' | 'now' | 'next';
  offers: { id: number; helperId: number; name: string; taken: boolean }[];
  /** what the viewer answered it */
  answered: OfferState | null;
}

/** Who said that they can help with whose ask; a name is null where they left the circle. */
export interface Helping {
  askId: number;
  asker: string | null;
  helper: string | null;
  taken: boolean;
}
