import type { Round } from '#app/choosing/ballot/rules/instant-runoff.ts';
import { movedWords, type Titles, whyWords } from '#app/choosing/words/rounds.ts';
import { drawn, share } from '#app/ui/drawings/drawn.ts';
import { plural } from '#app/ui/words.ts';

interface RoundsPictureProps {
  rounds: readonly Round[];
  titleOf: Titles;
}

/**
 * The count, round by round: what each book had as a bar, what came to it in this round darker, and
 * the mark of more than half. Each round is a table, so the picture reads aloud as well.
 */
export function RoundsPicture({ rounds, titleOf }: RoundsPictureProps) {
  const all = rounds[0] ? counting(rounds[0]) + rounds[0].exhausted : 0;
  return (
    <ol className="rounds">
      {rounds.map((round, index) => (
        <li key={index}>
          <RoundTable
            round={round}
            before={rounds[index - 1]}
            name={rounds.length === 1 ? 'The count' : `Round ${index + 1}`}
            all={all}
            titleOf={titleOf}
          />
          <p className="round-words">
            {whyWords(round, titleOf)} {movedWords(round, titleOf)}
          </p>
        </li>
      ))}
    </ol>
  );
}

const counting = ({ votes }: Round) => votes.reduce((sum, of) => sum + of.votes, 0);

interface RoundTableProps {
  round: Round;
  before: Round | undefined;
  name: string;
  /** ballots in all: how long a bar could be */
  all: number;
  titleOf: Titles;
}

function RoundTable({ round, before, name, all, titleOf }: RoundTableProps) {
  const needed = Math.floor(counting(round) / 2) + 1;
  const winner = round.out.length === 0;
  const most = Math.max(...round.votes.map(({ votes }) => votes));
  return (
    <table>
      <caption>
        {name} <span>{needed} make more than half</span>
      </caption>
      <colgroup>
        <col className="round-book" />
        <col />
        <col className="round-count" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">Book</th>
          <th scope="col" colSpan={2}>
            Votes
          </th>
        </tr>
      </thead>
      <tbody>
        {round.votes.map(({ id, votes }) => {
          const came =
            before?.moved.filter(({ to }) => to === id).reduce((sum, of) => sum + of.votes, 0) ?? 0;
          const goes = round.out.includes(id);
          const wins = winner && votes === most;
          return (
            <tr key={id} data-fate={goes ? 'goes' : wins ? 'wins' : undefined}>
              <th scope="row">{titleOf(id)}</th>
              <td>
                <span className="round-track" aria-hidden="true">
                  <i className={drawn(share(votes - came, all))} />
                  {came > 0 && <i className={`came ${drawn(share(came, all))}`} />}
                  <b className={drawn(share(needed, all))} />
                </span>
              </td>
              <td className="round-votes">
                {votes}
                <span className="sr-only"> {plural(votes, 'vote', 'votes')}</span>
                {came > 0 && (
                  <small>
                    <span className="sr-only">, </span>+{came}
                  </small>
                )}
                {goes && <small>goes</small>}
                {wins && <small>chosen</small>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
