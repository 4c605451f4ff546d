import type { Became } from '#app/records/commitments/rules.ts';
import type { TakeawayReach } from '#app/records/rules.ts';
import type { ReplyAnswer } from '#app/sessions/rules/session.ts';

/** What is kept of a session, as a member of its circle may read it. Names are null of who left. */
export interface RecordView {
  people: PersonAtSession[];
  /** who came and is a member no more: only counted */
  cameAndLeft: number;
  /** somebody noted who came; before, what was replied stands for it */
  isNoted: boolean;
  commitments: CommitmentLine[];
  /** what was said at a session before, which this one opens with */
  before: Opening | null;
  /** when the session after begins, which opens with what was said here; null: none is set */
  nextAt: string | null;
  /** those that are not kept in the room */
  takeaways: { personId: number; name: string | null; body: string; reach: TakeawayReach }[];
  inRoom: number;
  /** the viewer's own, wherever it stays */
  mine: OwnTakeaway | null;
  used: UsedItem[];
  questions: QuestionLine[];
  minutes: { html: string; body: string } | null;
  /** the thread that the questions became which were not come to */
  threadId: number | null;
  /** who takes notes */
  scribe: { id: number; name: string } | null;
}

export interface PersonAtSession {
  id: number;
  name: string;
  came: 'came' | 'late' | 'absent' | null;
  answer: ReplyAnswer | null;
  word: string;
}

export interface CommitmentLine {
  id: number;
  personId: number;
  name: string | null;
  act: string;
  /** 'YYYY-MM-DD' */
  byOn: string;
  became: Became | null;
  word: string;
  version: number;
  /** the viewer's own: what it became an ask as */
  askId: number | null;
}

export interface Opening {
  sessionId: number;
  startsAt: string;
  commitments: CommitmentLine[];
}

export interface OwnTakeaway {
  body: string;
  reach: TakeawayReach;
  version: number;
  takenBack: boolean;
}

export interface UsedItem {
  id: number;
  title: string;
  minutes: number;
  deck: string | null;
  card: string | null;
  questionId: number | null;
  leftOut: boolean;
}

export interface QuestionLine {
  id: number;
  personId: number;
  name: string | null;
  body: string;
  version: number;
  /** the item of the agenda that it is; null where it is none */
  itemId: number | null;
  leftOut: boolean | null;
}
