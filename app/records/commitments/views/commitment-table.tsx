import type { ReactNode } from 'react';
import { becameWords, notSaid, shortly } from '#app/records/commitments/words.ts';
import type { CommitmentLine } from '#app/records/queries/record-view.ts';
import { BecameLeaf } from '#app/records/views/leaf.tsx';
import { Named } from '#app/records/views/named.tsx';

interface CommitmentTableProps {
  commitments: readonly CommitmentLine[];
  me: number;
  now: string;
  /** what can be done with the viewer's own */
  own?: (mine: CommitmentLine) => ReactNode;
}

/** What each said they would do, and in a word what became of it. */
export function CommitmentTable({ commitments, me, now, own }: CommitmentTableProps) {
  return (
    <table className="commitments">
      <thead className="sr-only">
        <tr>
          <th>Who</th>
          <th>What</th>
          <th>By</th>
          <th>Became</th>
        </tr>
      </thead>
      <tbody>
        {commitments.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Named name={one.name} isMe={one.personId === me} />
            </th>
            <td className="commitment-act">
              <p dir="auto">{one.act}</p>
              {one.word && <small dir="auto">“{one.word}”</small>}
              {one.personId === me && own?.(one)}
            </td>
            <td className="commitment-day">{shortly(one.byOn, now)}</td>
            <td className="commitment-became">
              <BecameLeaf became={one.became} />{' '}
              {one.became === null ? notSaid : becameWords[one.became]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
