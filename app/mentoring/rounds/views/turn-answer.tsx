import { SourceLines } from '#app/mentoring/asks/views/source-lines.tsx';
import type { Turn } from '#app/mentoring/rounds/queries/round-view.ts';
import { helpingWords, offeredWords } from '#app/mentoring/rounds/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Prose } from '#app/ui/page/prose.tsx';

interface OfTurn {
  turn: Turn;
  path: string;
  isMine: boolean;
}

/** The text of an ask that is read or was, who can help, and what the viewer can say to it. */
export function TurnAnswer({ turn, path, isMine }: OfTurn) {
  const { html, source, offers, closed, title, name } = turn;
  const helping = offers.filter(({ taken }) => taken);
  const offering = closed ? [] : offers.filter(({ taken }) => !taken);
  return (
    <>
      {source && <SourceLines source={source} />}
      {html && <Prose html={html} />}
      {helping.map((one) => (
        <p key={one.id} className="mt-3 font-semibold">
          {helpingWords({ ...one, helper: one.name, asker: name })}.
        </p>
      ))}
      {offering.length > 0 && !isMine && (
        <p className="mt-3">{offeredWords(offering.map((one) => one.name))}</p>
      )}
      {isMine && <Offers turn={turn} offering={offering} path={path} />}
      {!isMine && !closed && title !== null && <Help turn={turn} path={path} />}
    </>
  );
}

interface OffersProps {
  turn: Turn;
  offering: Turn['offers'];
  path: string;
}

/** Who can help, to whose ask it is: one is taken up here, or later. */
function Offers({ turn, offering, path }: OffersProps) {
  if (offering.length === 0) {
    if (turn.closed || turn.offers.length > 0) return null;
    return <p className="mt-3 text-ink-2">Read it as it stands, then stop talking.</p>;
  }
  return (
    <ul className="rows mt-4">
      {offering.map(({ id, name }) => (
        <li key={id} className="row">
          <p className="row-words">{offeredWords([name])}</p>
          <PostForm action={`${path}/taking`} className="row-action">
            <Hidden name="ask" value={turn.askId} />
            <Hidden name="offer" value={id} />
            <Button>Take it up with {apart(name)}</Button>
          </PostForm>
        </li>
      ))}
      <li className="row text-ink-2">You can also choose later.</li>
    </ul>
  );
}

function Help({ turn, path }: { turn: Turn; path: string }) {
  const { answered, askId, name } = turn;
  if (answered === 'taken') return null;
  const helps = answered === 'made';
  return (
    <PostForm
      action={`${path}/helping`}
      className="mt-4 flex flex-wrap items-center gap-3"
      aria-label={`Answer ${apart(name)}`}
    >
      <Hidden name="ask" value={askId} />
      <Hidden name="help" value={helps ? 'no' : 'yes'} />
      {helps ? (
        <>
          <span className="font-semibold">You said you can help.</span>
          <Button variant="quiet">Take it back</Button>
        </>
      ) : (
        <Button variant="primary">I can help</Button>
      )}
    </PostForm>
  );
}

/** One that was read. */
export function AskInTurn(props: OfTurn) {
  const { name, title } = props.turn;
  return (
    <article className="mb-8">
      <p className="eyebrow">{props.isMine ? 'You asked' : `${apart(name)} asked`}</p>
      {title !== null && (
        <h3 className="font-serif" dir="auto">
          {title}
        </h3>
      )}
      <TurnAnswer {...props} />
    </article>
  );
}
