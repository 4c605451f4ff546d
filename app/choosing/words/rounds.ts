import type { Round } from '#app/choosing/ballot/rules/instant-runoff.ts';
import type { ProposalView } from '#app/choosing/queries/choice-view.ts';
import { fitted } from '#app/ui/drawings/cover.tsx';
import { capital, countWord, plural } from '#app/ui/words.ts';

export type Titles = (id: number) => string;

/** The titles of proposals without their subtitles, by id. */
export function titlesOf(proposals: readonly ProposalView[]): Titles {
  const titles = new Map(proposals.map(({ id, title }) => [id, fitted(title).words]));
  return (id) => titles.get(id) ?? 'a book';
}

/** 'one, two and three' */
function listedTitles(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${last}` : last;
}

/** Why a round went as it did: 'Accelerate has the fewest votes, so it goes.' */
export function whyWords({ out, why, level, votes, exhausted }: Round, titleOf: Titles): string {
  const going = listedTitles(out.map(titleOf));
  const least = Math.min(...votes.map((of) => of.votes));
  const fewest = votes.filter((of) => of.votes === least).map(({ id }) => id);
  const tied = `${listedTitles(fewest.map(titleOf))} are level`;
  // What came before narrowed them down, as far as it told them apart.
  const left =
    level.length < fewest.length
      ? ` By the rule for ties it is between ${listedTitles(level.map(titleOf))}.`
      : '';
  if (why === 'no-votes') {
    return out.length === 1
      ? `Nobody has ${going} first, so it goes.`
      : `Nobody has ${going} first, so they go.`;
  }
  if (why === 'fewest') return `${going} has the fewest votes, so it goes.`;
  if (why === 'earlier-round') {
    return `${tied}.${left} ${going} had fewer votes in an earlier round, so it goes.`;
  }
  if (why === 'first-or-second') {
    return `${tied}.${left} Fewest of you had ${going} first or second, so it goes.`;
  }
  if (why === 'proposed-later') {
    return `${tied}.${left} Nothing else tells them apart, and ${going} was proposed last, so it goes.`;
  }
  const counting = votes.reduce((sum, of) => sum + of.votes, 0);
  const winner = [...votes].sort((a, b) => b.votes - a.votes)[0];
  if (!winner) return '';
  const still = exhausted > 0 ? ' that still count' : '';
  return winner.votes === counting
    ? `${titleOf(winner.id)} has all ${countWord(counting)} votes${still}.`
    : `${titleOf(winner.id)} has ${countWord(winner.votes)} of ${countWord(counting)} votes${still}: more than half.`;
}

/** Where the votes of those who go went: 'Two of its votes go to Accelerate.'; '' when it had none. */
export function movedWords({ moved }: Round, titleOf: Titles): string {
  if (moved.length === 0) return '';
  const words = moved.map(({ to, votes }) =>
    to === null
      ? `${countWord(votes)} ${plural(votes, 'has', 'have')} no other book left`
      : `${countWord(votes)} ${plural(votes, 'goes', 'go')} to ${titleOf(to)}`,
  );
  const all = moved.reduce((sum, of) => sum + of.votes, 0);
  if (moved.length > 1) return `Of its ${countWord(all)} votes, ${listedTitles(words)}.`;
  const [only] = moved;
  const its = all === 1 ? 'Its one vote' : `Its ${countWord(all)} votes`;
  return only?.to === null
    ? capital(`${its} ${plural(all, 'has', 'have')} no other book left.`)
    : `${its} ${plural(all, 'goes', 'go')} to ${titleOf(only?.to ?? 0)}.`;
}
