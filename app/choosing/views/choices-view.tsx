import type { ChoiceInLine, ChoiceRow } from '#app/choosing/queries/choices.server.ts';
import { dayIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Cover } from '#app/ui/drawings/cover.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Block, Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { Turnout } from './turnout.tsx';

interface ChoicesViewProps {
  choices: ChoiceRow[];
  /** what can be said of the one that is open */
  line: ChoiceInLine | null;
  path: string;
  runs: boolean;
  clocks: { now: string; zone: string; circleZone: string };
}

/** How a circle chooses its next book: the choice that is open, or how to open one; those before. */
export function ChoicesView({ choices, line, path, runs, clocks }: ChoicesViewProps) {
  const mail = useMailWords();
  const open = line?.state === 'open' ? line : null;
  const past = choices.filter(({ state }) => state !== 'open');
  return (
    <Page width="narrow">
      <PageHead
        title="Choosing the next book"
        lede="Everyone proposes, everyone ranks, and the book most of you can agree on is read next."
      />
      {open ? (
        <Block>
          <Rows label="Open now">
            <Row
              title="Which book next?"
              to={`${path}/${open.id}`}
              new={!open.mine && open.proposals > 0 && 'You have not ranked yet'}
              meta={<Turnout choice={open} clocks={clocks} />}
              action={
                <ButtonLink to={`${path}/${open.id}`} variant="primary">
                  See the books
                </ButtonLink>
              }
            />
          </Rows>
        </Block>
      ) : (
        <Block>
          <Empty
            title="No choice is open."
            action={
              runs && (
                <ButtonLink to={`${path}/new`} variant="primary">
                  Open a choice
                </ButtonLink>
              )
            }
          >
            {runs
              ? 'Say until when. The others propose books and rank them; then you make the winner the next reading.'
              : `Your facilitator opens one when it is time for the next book. ${mail('You get a mail then.', 'It will stand here.')}`}
          </Empty>
        </Block>
      )}
      {past.length > 0 && (
        <Block title="Chosen before">
          <Rows>
            {past.map(({ id, closesAt, winner, state, readingId }) => (
              <Row
                key={id}
                title={winner?.title ?? nothingWords(state)}
                to={`${path}/${id}`}
                meta={[
                  winner && apart(winner.author),
                  dayIn(closesAt, clocks.zone, clocks.now),
                  winner && readingId === null && 'not planned yet',
                ]
                  .filter(Boolean)
                  .join(' · ')}
                mark={winner && <Cover {...winner} size="small" />}
              />
            ))}
          </Rows>
        </Block>
      )}
    </Page>
  );
}

const nothingWords = (state: ChoiceRow['state']) =>
  state === 'cancelled' ? 'Called off' : 'No book was chosen';
