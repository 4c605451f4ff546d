import type { OnAgenda } from '#app/recipes/rules/on-agenda.ts';
import { changeWords, notAgainWords } from '#app/recipes/words.ts';

/** What was shortened and left out to fit, and why. */
export function FitChanges({
  changes,
  notAgain = [],
}: Pick<OnAgenda, 'changes'> & Partial<Pick<OnAgenda, 'notAgain'>>) {
  const said = [...notAgain.map(notAgainWords), ...changes.map(changeWords)];
  if (said.length === 0) return null;
  return (
    <ul className="mt-2 text-sm text-ink-2" aria-label="What changes to fit">
      {said.map(({ before, item, after }, at) => (
        <li key={at}>
          {before}
          <em>{item}</em>
          {after}
        </li>
      ))}
    </ul>
  );
}
