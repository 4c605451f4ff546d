import type { ImportProblem, ImportView } from '#app/shelves/imports/queries/imports.server.ts';
import { number, problemWords } from '#app/shelves/words.ts';
import { Block } from '#app/ui/page/page.tsx';

interface Props {
  problems: ImportProblem[];
  rows: ImportView['rows'];
}

/** The rows that were not used, and those that lack something, with the line of the file. */
export function ImportProblems({ problems, rows }: Props) {
  const refused = problems.filter(({ used }) => !used);
  const merged = problems.filter(({ reason }) => reason === 'merged');
  const remarks = problems.filter(({ used, reason }) => used && reason !== 'merged');
  return (
    <>
      <Table
        title="Could not be used"
        hint="Everything else is on your shelf."
        all={rows.refused}
        problems={refused}
      />
      <Table
        title="Twice in the file"
        hint="Rows of one book are taken together."
        all={rows.merged}
        problems={merged}
      />
      <Table
        title="Went in, but not wholly"
        hint="These books are on your shelf."
        all={rows.remarked}
        problems={remarks}
      />
    </>
  );
}

interface TableProps {
  title: string;
  hint: string;
  /** how many there were, of which `problems` are kept */
  all: number;
  problems: ImportProblem[];
}

function Table({ title, hint, all, problems }: TableProps) {
  if (all === 0) return null;
  return (
    <Block title={title}>
      <p className="hint">{hint}</p>
      <table className="import-problems">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Book</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${problem.line} ${problem.reason}`}>
              <td>{number(problem.line)}</td>
              <td>{problem.title || <span className="text-ink-2">No title</span>}</td>
              <td>{problemWords(problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all > problems.length && (
        <p className="hint">
          {number(all)} rows in all; {number(problems.length)} are listed.
        </p>
      )}
    </Block>
  );
}
