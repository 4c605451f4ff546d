import type { Turn } from '#app/mentoring/rounds/queries/round-view.ts';
import { offeredWords } from '#app/mentoring/rounds/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Prose } from '#app/ui/page/prose.tsx';

interface OfTurn {
  turn: Turn;
  path: string;
  isMine: boolean;
}

/** The text of an ask that is read or was, who can help, and the viewer's own answer. */
export function TurnAnswer({ turn, path, isMine }: OfTurn) {
  const { html, offers, closed, title } = turn;
  const others = offers.map(({ name }) => name);
  return (
    <>
      {html && <Prose html={html} />}
      {others.length > 0 && <p className="mt-3">{offeredWords(others)}</p>}
      {isMine && others.length === 0 && !closed && (
        <p className="mt-3 text-ink-2">Read it as it stands, then stop talking.</p>
      )}
      {!isMine && !closed && title !== null && <Help turn={turn} path={path} />}
    </>
  );
}

function Help({ turn, path }: { turn: Turn; path: string }) {
  const { answered, askId, name } = turn;
  if (answered === 'taken') return <p className="mt-3 font-semibold">You help {apart(name)}.</p>;
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
