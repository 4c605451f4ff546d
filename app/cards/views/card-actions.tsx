import type { ReactNode } from 'react';
import type { CardSummary } from '#app/cards/rules/card.ts';
import { addressOfNewThread } from '#app/discussions/addresses.ts';
import { addressOfNewAsk } from '#app/mentoring/addresses.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { When } from '#app/time/when.tsx';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';

/** A coming session whose agenda the viewer may write. */
export interface AgendaChoice {
  circle: { slug: string; name: string };
  sessionId: number;
  startsAt: string;
}

interface Chosen {
  card: Pick<CardSummary, 'deck' | 'slug'>;
}

interface CardActionsProps extends Chosen {
  agendas: readonly AgendaChoice[];
  /** the viewer's circles */
  circles: readonly { slug: string; name: string }[];
  timeZone: string;
}

/** What a viewer can do with a card: use it in a session, or talk about it. */
export function CardActions({ card, agendas, circles, timeZone }: CardActionsProps) {
  const [agenda, ...otherAgendas] = agendas;
  const [circle, ...otherCircles] = circles;
  return (
    <div className="flex flex-wrap items-start gap-3 max-sm:[&>*]:w-full">
      {agenda && otherAgendas.length === 0 && (
        <ToAgenda card={card} agenda={agenda} variant="primary">
          Put it on the agenda of <When at={agenda.startsAt} zone={timeZone} style="day" />
        </ToAgenda>
      )}
      {agenda && otherAgendas.length > 0 && (
        <Chooser summary="Put it on an agenda" primary>
          {agendas.map((each) => (
            <li key={`${each.circle.slug} ${each.sessionId}`}>
              <ToAgenda card={card} agenda={each}>
                <When at={each.startsAt} zone={timeZone} />
                {otherCircles.length > 0 && ` · ${apart(each.circle.name)}`}
              </ToAgenda>
            </li>
          ))}
        </Chooser>
      )}
      {circle && otherCircles.length === 0 && (
        <ButtonLink to={threadPath(circle, card)} className="max-sm:w-full">
          Start a thread from this
        </ButtonLink>
      )}
      {otherCircles.length > 0 && (
        <Chooser summary="Start a thread from this">
          {circles.map((each) => (
            <li key={each.slug}>
              <ButtonLink to={threadPath(each, card)} wide>
                {`In ${apart(each.name)}`}
              </ButtonLink>
            </li>
          ))}
        </Chooser>
      )}
      <ButtonLink to={addressOfNewAsk(null, { card })} variant="quiet" className="max-sm:w-full">
        Ask about this
      </ButtonLink>
    </div>
  );
}

interface ToAgendaProps extends Chosen {
  agenda: AgendaChoice;
  variant?: 'primary';
  children: ReactNode;
}

function ToAgenda({ card, agenda, variant, children }: ToAgendaProps) {
  return (
    <PostForm action={`${addressOfSession(agenda.circle.slug, agenda.sessionId)}/agenda`}>
      <Hidden name="deck" value={card.deck} />
      <Hidden name="card" value={card.slug} />
      <Button variant={variant} wide>
        <span>{children}</span>
      </Button>
    </PostForm>
  );
}

interface ChooserProps {
  summary: string;
  primary?: boolean;
  children: ReactNode;
}

/** A button that unfolds what to choose from; no script is needed for it. */
function Chooser({ summary, primary, children }: ChooserProps) {
  return (
    <details>
      <summary className={`btn ${primary ? 'btn-primary' : ''} max-sm:w-full`}>{summary}</summary>
      <ul className="mt-3 grid list-none gap-2 p-0">{children}</ul>
    </details>
  );
}

const threadPath = (circle: { slug: string }, card: Chosen['card']) =>
  `${addressOfNewThread(circle.slug)}?deck=${card.deck}&card=${card.slug}`;
