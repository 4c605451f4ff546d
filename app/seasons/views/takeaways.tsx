import { Form } from '@remix-run/react';
import type { OwnTakeaway, TakeawayView } from '#app/seasons/queries/wrap-view.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { Hidden } from '#app/ui/forms/form.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { capital, countWord, plural } from '#app/ui/words.ts';

interface OwnProps {
  path: string;
  name: string;
  mine: OwnTakeaway;
  /** where an ask begins that comes from it */
  ask: string;
}

/** My own, once it is written. */
export function Own({ path, name, mine, ask }: OwnProps) {
  return (
    <article className="note">
      <header>
        <PersonMark name={name} />
        <h2>You</h2>
      </header>
      <Prose html={mine.html} />
      <footer>
        <Link to={`${path}?write=yes#write`}>Change it</Link>
        <Link to={ask}>Ask about this</Link>
        <Form method="post" action={`${path}/takeaway/removal`} preventScrollReset>
          <button type="submit">Take back</button>
        </Form>
      </footer>
    </article>
  );
}

interface OthersProps {
  path: string;
  mine: OwnTakeaway | null;
  others: readonly TakeawayView[];
  /** how many are not in the page, because the viewer still reads */
  folded: number;
  /** shown although the viewer still reads */
  openedEarly: boolean;
  /** where an ask begins that comes from the takeaway of a person */
  askAbout: (person: number) => string;
}

/** What the others took from it; for who still reads, folded until they open it. */
export function Others({ path, mine, others, folded, openedEarly, askAbout }: OthersProps) {
  if (folded > 0) {
    return (
      <div className="note-fold">
        <p>
          <strong>
            {`${capital(countWord(folded))} of the others wrote what they took from it.`}
          </strong>
          <span>You’re still reading, so the end is kept for you. There is no hurry.</span>
        </p>
        <div className="note-fold-ways">
          <Opening path={path} to="open" words="Show what they took from it" />
        </div>
      </div>
    );
  }
  if (others.length === 0) {
    return (
      <p className="note-fold text-ink-2">
        {mine && !mine.takenBack
          ? 'Nobody else has written yet.'
          : 'Nobody else has written yet. Yours may be the one that starts it.'}
      </p>
    );
  }
  return (
    <>
      {others.map(({ id, name, html, edited }) => (
        <article key={id} className="note">
          <header>
            <PersonMark name={name} />
            <h2>{name}</h2>
            {edited && <span className="text-sm text-ink-2">edited</span>}
          </header>
          <Prose html={html} />
          <WhileOpen>
            <footer>
              <Link to={askAbout(id)}>Ask about this</Link>
            </footer>
          </WhileOpen>
        </article>
      ))}
      {openedEarly && (
        <div className="note-whole">
          <p>{`You opened ${plural(others.length, 'this', 'these')} while you are still reading.`}</p>
          <Opening path={path} to="fold" words="Fold them again" />
        </div>
      )}
    </>
  );
}

function Opening({ path, to, words }: { path: string; to: 'open' | 'fold'; words: string }) {
  return (
    <Form method="post" action={`${path}/opening`} preventScrollReset>
      <Hidden name="to" value={to} />
      <button type="submit" className="link-button">
        {words}
      </button>
    </Form>
  );
}
