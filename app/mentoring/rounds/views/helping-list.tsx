import type { Helping } from '#app/mentoring/rounds/queries/round-view.ts';
import { helpingWords } from '#app/mentoring/rounds/words.ts';

/** Who helps whom, one a line. */
export function HelpingList({ helping }: { helping: readonly Helping[] }) {
  if (helping.length === 0) return null;
  return (
    <ul className="rows">
      {helping.map((one, at) => (
        <li key={at} className="row">
          {helpingWords(one)}
        </li>
      ))}
    </ul>
  );
}
