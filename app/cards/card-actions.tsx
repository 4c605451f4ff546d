import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden, PostForm } from '#app/ui/form.tsx';
import { Details } from '#app/ui/page.tsx';
import { When } from '#app/ui/time.tsx';
import type { CardSummary } from './card.ts';

/** A coming session whose agenda the viewer may write. */
export interface AgendaChoice {
  circle: { slug: string; name: string };
  sessionId: number;
  startsAt: string;
}

interface CardActionsProps {
  card: Pick<CardSummary, 'deck' | 'slug'>;
  agendas: readonly AgendaChoice[];
  /** the viewer's circles */
  circles: readonly { slug: string; name: string }[];
  timeZone: string;
}

/** What a viewer can do with a card: use it in a session, or talk about it. */
export function CardActions({ card, agendas, circles, timeZone }: CardActionsProps) {
  const [circle, ...otherCircles] = circles;
  if (!circle) return null;
  return (
    <div className="flex flex-wrap items-start gap-3 max-sm:[&>*]:w-full">
      {agendas.length > 0 && (
        <Details summary="Put it on an agenda">
          <ul className="grid list-none gap-3 p-0">
            {agendas.map((agenda) => (
              <li key={`${agenda.circle.slug} ${agenda.sessionId}`}>
                <PostForm
                  action={`/circles/${agenda.circle.slug}/sessions/${agenda.sessionId}/agenda`}
                >
                  <Hidden name="deck" value={card.deck} />
                  <Hidden name="card" value={card.slug} />
                  <Button wide>
                    <span>
                      <When at={agenda.startsAt} zone={timeZone} style="session" />
                      {circles.length > 1 && `, ${agenda.circle.name}`}
                    </span>
                  </Button>
                </PostForm>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {otherCircles.length === 0 ? (
        <ButtonLink to={threadPath(circle, card)}>Start a thread from this</ButtonLink>
      ) : (
        <Details summary="Start a thread from this">
          <ul className="grid list-none gap-3 p-0">
            {circles.map((each) => (
              <li key={each.slug}>
                <ButtonLink to={threadPath(each, card)} wide>
                  In {each.name}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}

const threadPath = (circle: { slug: string }, card: CardActionsProps['card']) =>
  `/circles/${circle.slug}/threads/new?deck=${card.deck}&card=${card.slug}`;
