import { Form } from '@remix-run/react';
import type { Role } from '#app/access/proofs.ts';
import type { Recommitting } from '#app/seasons/queries/wrap-view.ts';
import type { Answer } from '#app/seasons/rules/seasons.ts';
import { When } from '#app/time/when.tsx';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { Seats } from '#app/ui/drawings/seats.tsx';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block } from '#app/ui/page/page.tsx';

interface RecommitProps {
  /** the circle's */
  home: string;
  /** the wrap's */
  path: string;
  role: Role;
  recommitting: Recommitting;
}

const choices: readonly { answer: Answer; words: string }[] = [
  { answer: 'staying', words: 'I’m in for the next one' },
  { answer: 'leaving', words: 'Not this time' },
  { answer: 'unsure', words: 'I don’t know yet' },
];

/** Whether I stay for the next book; and who does, once that may be seen. */
export function Recommit(props: RecommitProps) {
  return props.recommitting.open ? <OpenList {...props} /> : <Question {...props} />;
}

function Question({ path, recommitting }: RecommitProps) {
  const { mine, counted, answerBy, zone } = recommitting;
  return (
    <Block title="Stay for the next book?" id="stay">
      <p className="mb-4 text-ink-2">
        Your answer is private, from your host too. The list of those who stay opens when everyone
        has answered, or after <When at={answerBy} zone={zone} style="day" />. Who isn’t on it is
        named nowhere.
      </p>
      <Form method="post" action={`${path}/recommitment`} preventScrollReset>
        <fieldset className="grid gap-2">
          <legend className="sr-only">Stay for the next book?</legend>
          {choices.map(({ answer, words }) => (
            <button
              key={answer}
              type="submit"
              name="answer"
              value={answer}
              aria-pressed={mine === answer}
              className="btn btn-wide aria-pressed:border-cloth aria-pressed:bg-cloth aria-pressed:text-cloth-ink"
            >
              {words}
            </button>
          ))}
        </fieldset>
      </Form>
      <p className="mt-3 text-sm text-ink-2">
        {mine === 'unsure'
          ? 'Not knowing counts as no answer. Come back when you do.'
          : mine
            ? 'You can change it until the list opens.'
            : 'Not knowing yet counts as no answer.'}
      </p>
      {counted && (
        <p className="mt-4 flex items-center gap-3 text-sm">
          <Seats taken={counted.answered} of={counted.of} decorative />
          {`${counted.answered} of ${counted.of} have answered`}
        </p>
      )}
    </Block>
  );
}

function OpenList({ home, path, role, recommitting }: RecommitProps) {
  const { staying, mine, nextPlanned } = recommitting;
  return (
    <Block title="Who stays for the next book" id="stay">
      {staying.length === 0 ? (
        <p className="text-ink-2">Nobody has said so yet.</p>
      ) : (
        <ul className="grid gap-2">
          {staying.map(({ id, name }) => (
            <li key={id} className="flex items-center gap-3">
              <PersonMark name={name} size="small" />
              <span className="min-w-0">{name}</span>
            </li>
          ))}
        </ul>
      )}
      {mine !== 'staying' && !nextPlanned && (
        <Elsewhere home={home} path={path} role={role} said={mine === 'leaving'} />
      )}
      {role !== 'member' && !nextPlanned && (
        <p className="mt-5">
          <Link to={`${home}/reading`}>Choose what you read next</Link>
        </p>
      )}
    </Block>
  );
}

interface ElsewhereProps {
  home: string;
  path: string;
  role: Role;
  /** they said that they do not stay */
  said: boolean;
}

/** For someone who is not on the list, and shown to nobody else. */
function Elsewhere({ home, path, role, said }: ElsewhereProps) {
  return (
    <div className="mt-5 grid justify-items-start gap-3 border-t border-rule pt-5">
      <p className="text-ink-2">
        {said
          ? 'You said not this time. Nothing happens by itself: your seat is yours until you leave, and leaving frees it for someone. Only you see this.'
          : 'You haven’t said. Nothing happens by itself, and your seat stays yours. Only you see this.'}
      </p>
      <Form method="post" action={`${path}/recommitment`} preventScrollReset>
        <Hidden name="answer" value="staying" />
        <Button>I’d like to stay after all</Button>
      </Form>
      {role === 'host' ? (
        <p className="text-sm text-ink-2">
          A circle always has a host.{' '}
          <Link to={`${home}/people`}>Choose who hosts it after you</Link>, and you can leave.
        </p>
      ) : (
        said && (
          <ButtonLink to={`${home}/leave`} variant="quiet">
            Leave the circle
          </ButtonLink>
        )
      )}
    </div>
  );
}
