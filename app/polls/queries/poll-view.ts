import type { PollAnswer, PollKind, PollState } from '#app/polls/rules/poll.ts';
import type { AskedPerson } from '#app/polls/rules/ranking.ts';

export interface SlotView {
  id: number;
  startsAt: string;
  /** it begins in the future: it is answered and chosen */
  ahead: boolean;
  /** of each person of the poll, in their order; null: not said, or not shown yet */
  answers: (PollAnswer | null)[];
}

/** A time poll as one member sees it. */
export interface PollView {
  id: number;
  kind: PollKind;
  title: string;
  minutes: number;
  place: string;
  /** whose clocks its times were said on */
  zone: string;
  runner: string | null;
  askedBy: { id: number; name: string };
  closesAt: string | null;
  version: number;
  state: PollState;
  chosen: { slotId: number; sessionId: number | null; seriesId: number | null } | null;
  /** the viewer first, then in the order in which they joined */
  people: AskedPerson[];
  slots: SlotView[];
  /** the others’ answers are not shown: the viewer has not answered all */
  hidden: boolean;
  /** slots that wait for the viewer */
  left: number;
  /** what the viewer said last, to be taken back; null: nothing */
  lastBatch: string | null;
  /** the viewer has said when they usually can */
  hasUsual: boolean;
}

/** A poll in a list. */
export interface PollLine {
  id: number;
  kind: PollKind;
  title: string;
  askedBy: string;
  closesAt: string | null;
  state: PollState;
  /** slots that wait for the viewer */
  left: number;
}
