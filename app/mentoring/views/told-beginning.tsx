import type { ToldBeginning } from '#app/mentoring/queries/board-view.ts';
import { addressOfOneTold } from '#app/mentoring/told/addresses.ts';
import { named } from '#app/mentoring/words.ts';
import { Link } from '#app/ui/page/link.tsx';
import { capital } from '#app/ui/words.ts';

/** The beginning of something somebody was told, and of what they will do with it. */
export function ToldWords({ circle, told }: { circle: string; told: ToldBeginning }) {
  const who = told.mine ? 'You were' : `${capital(named(told.by))} was`;
  return (
    <div className="told">
      <p className="eyebrow">{who} told</p>
      <blockquote dir="auto">{told.told}</blockquote>
      <p className="eyebrow">{told.mine ? 'What you’ll do' : 'What they’ll do'}</p>
      <p dir="auto">{told.will}</p>
      <p className="ask-meta">
        <Link to={addressOfOneTold(circle, told.id)}>Read it whole</Link>
      </p>
    </div>
  );
}
