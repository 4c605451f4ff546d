import type { Check, CheckName } from '#app/mentoring/asks/rules/checks.ts';
import { dayOf } from '#app/time/words.ts';
import { beginning } from '#app/ui/apart.ts';

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
