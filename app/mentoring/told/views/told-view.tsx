import {
  addressOfOneTold,
  addressOfTalkAboutTold,
  addressOfToldHistory,
} from '#app/mentoring/told/addresses.ts';
import type { ToldRow } from '#app/mentoring/told/rows/told-statement.server.ts';
import { named } from '#app/mentoring/words.ts';
import { dayIn } from '#app/time/words.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { capital } from '#app/ui/words.ts';
import { ToldTexts } from './told-texts.tsx';

interface Props {
  /** the circle's slug */
  circle: string;
  told: ToldRow;
  /** ISO; the viewer's */
  clocks: { now: string; zone: string };
}

/** What somebody was told, and what they will do with it. */
export function Told({ circle, told, clocks }: Props) {
  const { id, by, mine, at, edited } = told;
  const own = addressOfOneTold(circle, id);
  return (
    <article className="note told-whole" id={`told-${id}`}>
      <header>
        {by !== null && <PersonMark name={by} />}
        <h2>{mine ? 'You' : capital(named(by))}</h2>
        <Link to={own}>
          <time dateTime={at}>{dayIn(at, clocks.zone, clocks.now)}</time>
        </Link>
        {edited && <Link to={addressOfToldHistory(circle, id)}>changed</Link>}
      </header>
      <ToldTexts mine={mine} told={told.told} will={told.will} />
      <WhileOpen>
        <footer>
          <Link to={addressOfTalkAboutTold(circle, id)}>Talk about it</Link>
          {mine && (
            <>
              <Link to={`${own}/edit`}>Change it</Link>
              <Link to={`${own}/deletion`}>Take it back</Link>
            </>
          )}
        </footer>
      </WhileOpen>
    </article>
  );
}
