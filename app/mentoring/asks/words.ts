import type { NotSent } from '#app/mentoring/asks/commands/send-ask.server.ts';
import type { Audience, KeptApart } from '#app/mentoring/asks/queries/audience-view.ts';
import type { Unshowable } from '#app/mentoring/asks/rows/rendered.server.ts';
import { type ClosedAs, MOST_DRAFTS } from '#app/mentoring/asks/rules/ask.ts';
import type { Check, CheckName } from '#app/mentoring/asks/rules/checks.ts';
import { dayOf } from '#app/time/words.ts';
import { apart, beginning } from '#app/ui/apart.ts';
import { capital, listed, numberWord, plural } from '#app/ui/words.ts';

const NAMES: Record<CheckName, string> = {
  specific: 'Specific',
  matters: 'Why it matters to you',
  doable: 'Something a person can do',
  realistic: 'Fits in a week like theirs',
  'by-when': 'By when',
};

/** What a check asks where it found nothing. */
const QUESTIONS: Record<CheckName, string> = {
  specific: 'Which one thing would you ask if you could ask only one?',
  matters: 'What would it cost you if nothing changed?',
  doable: 'What would somebody do who says yes: read, listen, tell you how they did it?',
  realistic: 'How much of somebody’s week would it take? Half an hour is easy to say yes to.',
  'by-when': 'When would help come too late?',
};

const AMISS = {
  many: 'There are several questions in it. Which one matters most?',
  much: 'is a lot to say yes to. What would be a first half hour of it?',
  past: 'That day is over. Which one is it now?',
};

/** A check in words. `asks`: it is a question to think about, not something that was found. */
export function checkInWords({ of, state, found }: Check): {
  name: string;
  asks: boolean;
  words: string;
} {
  const name = NAMES[of];
  if (state === 'not-in') return { name, asks: true, words: `Not in it yet. ${QUESTIONS[of]}` };
  if (state === 'unsure') return { name, asks: true, words: `Is it in there? ${QUESTIONS[of]}` };
  if (state === 'much') return { name, asks: true, words: `“${found}” ${AMISS.much}` };
  if (state !== 'in') return { name, asks: true, words: AMISS[state] };
  return { name, asks: false, words: foundInWords(of, found) };
}

const IN_A_LINE = 90;

function foundInWords(of: CheckName, found: string): string {
  if (of === 'doable') return `${found}.`;
  if (of === 'by-when' && /^\d{4}-\d{2}-\d{2}$/.test(found)) return `${dayOf(found)}.`;
  return `“${beginning(found, IN_A_LINE)}”`;
}

const unshowable: Record<Unshowable, string> = {
  tangled:
    'This is too tangled to show: its signs nest or repeat further than can be drawn in a second. ' +
    'Your text is still here; take some of them out and keep it again.',
  busy: 'Too much is being kept at this moment. Your text is still here; keep it again in a few seconds.',
};

export const whyNotBegun = (
  reason: Unshowable | 'blank' | 'most' | 'no-source',
): Record<string, string> => {
  if (reason === 'blank') return { title: 'Write a line first: what would help?' };
  if (reason === 'most') {
    return {
      '': `You keep ${numberWord(MOST_DRAFTS)} drafts, as many as there can be. Send or discard one, then keep this.`,
    };
  }
  if (reason === 'no-source') {
    return { '': 'What it comes from is gone, or not yours to see. Begin it from scratch.' };
  }
  return { body: unshowable[reason] };
};

/** Of a form whose key has begun another draft before. */
export const begunBefore =
  'This page has begun a draft before, with something else in it. That one is among your asks; keep this one once more to have both.';

/** Tells an asker why their text was not kept, by the field that is at fault. */
export const whyNotKept = (
  reason: Unshowable | 'closed' | 'untitled' | 'gone',
): Record<string, string> => {
  if (reason === 'untitled') return { title: 'Say in one line what would help.' };
  if (reason === 'closed') return { '': 'It is closed. Open it again to change it.' };
  if (reason === 'gone') return { '': 'You have discarded this draft meanwhile.' };
  return { body: unshowable[reason] };
};

export const changedElsewhere =
  'This was changed in another tab, or elsewhere, since you opened it. Both are here: what you typed, and what it says now.';

/** What is said at the moment of sending. */
export const MORE_OFTEN = 'People say yes to asks like this more often than those who ask expect.';

/** Why an ask went nowhere, beside whom it was to go to. */
export function whyNotSent(refused: NotSent): Record<string, string> {
  return { to: refused.reason === 'not-asked' ? refused.words : nowhere[refused.reason] };
}

const nowhere: Record<Exclude<NotSent['reason'], 'not-asked'>, string> = {
  'nobody-chosen': 'Choose who should read it.',
  'nobody-fits': 'Nobody on this site says to be asked about this just now. Choose somebody else.',
  'nobody-there': 'Nobody else is there yet. Choose somebody else.',
  'no-circle': 'That circle is archived, or you are not in it any more. Choose again.',
  'no-person': 'You share no circle with them any more. Choose somebody else.',
  oneself: 'That is you. Ask somebody else.',
  over: 'That session is over, cancelled, or not the next one any more. Choose again.',
  cancelled: 'That session is cancelled. Choose again.',
  full: 'The agenda of that session is full. Choose again.',
  'others-now':
    'Others would read it than this page named. Nothing was sent: look at who it is now, and send it again.',
};

/** Whom an ask asks, as its reader is told. */
export function asksWhom(kind: Audience['kind'] | 'person', circle: string | null): string {
  if (circle !== null && kind !== 'circles') return `asks ${apart(circle)}`;
  return kind === 'circles' ? 'asks the circles they are in' : 'asks you';
}

/** Whom of its readers the asker keeps apart; '' for nobody. */
export function apartInWords({ names, unnamed }: KeptApart): string {
  const them = names.map(apart);
  const all = unnamed ? [...them, 'somebody you listed by an address'] : them;
  if (all.length === 0) return '';
  const verb = all.length > 1 ? 'are' : 'is';
  return `${capital(listed(all))} ${verb} on the list that only you see.`;
}

/** Why an ask is closed, before when. */
export const closedInWords = (as: ClosedAs) =>
  ({
    found: 'You found help,',
    unneeded: 'No longer needed,',
    expired: 'It closed by itself after four weeks,',
  })[as];

export const offersInWords = (offers: number) =>
  offers === 0
    ? 'No answer yet.'
    : `${capital(numberWord(offers))} ${plural(offers, 'person offers', 'people offer')} to help.`;
