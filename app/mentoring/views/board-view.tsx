import { ASKS, addressOfBoard, addressOfNewAsk, addressOfTold } from '#app/mentoring/addresses.ts';
import { addressOfOutcomes } from '#app/mentoring/asks/addresses.ts';
import type { AskSource } from '#app/mentoring/asks/queries/source-view.ts';
import { SourceLines } from '#app/mentoring/asks/views/source-lines.tsx';
import type { Board } from '#app/mentoring/queries/board.server.ts';
import type { OutcomeView } from '#app/mentoring/queries/outcomes-view.ts';
import type { NextRound } from '#app/mentoring/rounds/queries/next-round.server.ts';
import { addressOfNewTold } from '#app/mentoring/told/addresses.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Columns, Empty, Page, PageHead } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { capital, countWord } from '#app/ui/words.ts';
import { type Clocks, OthersAskOnBoard, OwnAskOnBoard } from './board-asks.tsx';
import { BoardRound } from './board-round.tsx';
import { OutcomeList } from './outcome-list.tsx';
import { ToldWords } from './told-beginning.tsx';

interface Props {
  /** the circle's slug */
  circle: string;
  isHost: boolean;
  board: Board;
  outcomes: { outcomes: readonly OutcomeView[]; next: number | null };
  round: NextRound | null;
  /** what asks came from, by their ids */
  sources: Readonly<Record<number, AskSource>>;
  clocks: Clocks;
  /** a page further on has the older asks alone */
  further: boolean;
}

/** Who asks for help in a circle, and what came of it. */
export function BoardView(props: Props) {
  const { circle, isHost, board, outcomes, round, sources, clocks, further } = props;
  const { asking, own, others, next } = board;
  const asks = own.length + others.length;
  const sourceOf = ({ id }: { id: number }) => sources[id] && <SourceLines source={sources[id]} />;
  return (
    <Page>
      <PageHead
        title="Who could use a hand?"
        lede={asking > 0 ? askingInWords(asking, own.length > 0) : FIRST_LEDE}
        actions={<Ways circle={circle} drafts={board.drafts} />}
      />
      {round && !further && <BoardRound circle={circle} round={round} clocks={clocks} />}
      <Columns aside={(asks > 0 || board.told) && <Beside circle={circle} board={board} />}>
        {asks > 0 && (
          <ul className="asks">
            {own.map((ask) => (
              <OwnAskOnBoard key={ask.id} ask={ask} clocks={clocks} source={sourceOf(ask)} />
            ))}
            {others.map((ask) => (
              <OthersAskOnBoard key={ask.id} ask={ask} clocks={clocks} source={sourceOf(ask)} />
            ))}
          </ul>
        )}
        {asks === 0 && !further && <NobodyAsks circle={circle} isHost={isHost} board={board} />}
        <Pager
          newer={further ? addressOfBoard(circle) : null}
          older={next === null ? null : `${addressOfBoard(circle)}?before=${next}`}
        />
      </Columns>
      {outcomes.outcomes.length > 0 && !further && (
        <Block title="What came of it" id="outcomes">
          <OutcomeList {...{ outcomes: outcomes.outcomes, clocks, sources }} level={3} />
          {outcomes.next !== null && (
            <p className="mt-6">
              <Link to={addressOfOutcomes(circle)}>All that came of our asks</Link>
            </p>
          )}
        </Block>
      )}
    </Page>
  );
}

const FIRST_LEDE = 'Most help begins because somebody asked.';

const askingInWords = (asking: number, me: boolean) =>
  asking === 1
    ? `${me ? 'You are' : 'One of us is'} asking. ${FIRST_LEDE}`
    : `${capital(countWord(asking))} of us are asking. ${FIRST_LEDE}`;

function Ways({ circle, drafts }: { circle: string; drafts: number }) {
  return (
    <>
      <ButtonLink to={addressOfNewAsk(circle)} variant="primary">
        Ask for something
      </ButtonLink>
      <ButtonLink to={ASKS} variant="quiet">
        {drafts > 0 ? `Your drafts, ${drafts}` : 'Your asks'}
      </ButtonLink>
    </>
  );
}

interface InCircle {
  circle: string;
  board: Board;
}

/** What somebody was told: those who say that first make it easier to ask. */
function Beside({ circle, board: { told, opening } }: InCircle) {
  return (
    <section className="block" aria-label="What we were told">
      {told && <ToldWords circle={circle} told={told} />}
      {opening && opening.id !== told?.id && <ToldWords circle={circle} told={opening} />}
      <p className="actions">
        {told && <Link to={addressOfTold(circle)}>All we were told</Link>}
        <WhileOpen>
          <Link to={addressOfNewTold(circle)}>Share something you were told</Link>
        </WhileOpen>
      </p>
    </section>
  );
}

/** The first ask of a circle is the hardest: its host opens the board with something of theirs. */
function NobodyAsks({ circle, isHost, board }: InCircle & { isHost: boolean }) {
  const opens = isHost && !board.opening;
  return (
    <Empty
      title="Nobody is asking at the moment."
      action={
        !board.told && (
          <ButtonLink to={`${addressOfNewTold(circle)}${opens ? '?opening=yes' : ''}`}>
            {opens
              ? 'Open the board with something you were told'
              : 'Share something you were told'}
          </ButtonLink>
        )
      }
    >
      {opens
        ? 'Yours is the easiest first step: where somebody says what they were told, others ask. Or ask for something small yourself.'
        : 'A small thing is enough: twenty minutes, one question, an honest ear. People say yes more often than those who ask expect.'}
    </Empty>
  );
}
