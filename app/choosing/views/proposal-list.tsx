import type { ReactNode } from 'react';
import type { ProposalView } from '#app/choosing/queries/choice-view.ts';
import { apart } from '#app/ui/apart.ts';
import { Cover } from '#app/ui/drawings/cover.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';

interface ProposalListProps {
  proposals: readonly ProposalView[];
  /** of the viewer: says which they proposed */
  me: number;
  /** a few words beside the title: the viewer's own rank, what is new */
  beside?: (proposal: ProposalView) => ReactNode;
  /** what can be done with it */
  action?: (proposal: ProposalView) => ReactNode;
}

/** The books that are proposed, and why. In order of proposal, which says nothing about votes. */
export function ProposalList({ proposals, me, beside, action }: ProposalListProps) {
  return (
    <ul className="proposals">
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          <Cover title={proposal.title} author={proposal.author} />
          <div className="min-w-0">
            <h3>
              <bdi>{proposal.title}</bdi> {beside?.(proposal)}
            </h3>
            <p className="text-sm text-ink-2">{factsOf(proposal)}</p>
            {proposal.why && (
              <p className="mt-2 max-w-measure font-serif whitespace-pre-line">{proposal.why}</p>
            )}
            <p className="mt-1.5 flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
              {`Proposed by ${proposal.proposedBy.id === me ? 'you' : apart(proposal.proposedBy.name)}`}
              {action?.(proposal)}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** 'Camille Fournier · 226 pages' */
export function factsOf({ author, pages, isbn }: Pick<ProposalView, 'author' | 'pages' | 'isbn'>) {
  return [apart(author), pages && `${pages} pages`, isbn && `ISBN ${isbn}`]
    .filter(Boolean)
    .join(' · ');
}

/** Leads to the page that withdraws a book. */
export function Withdraw({ path, proposal }: { path: string; proposal: ProposalView }) {
  return (
    <WhileOpen>
      <Link to={`${path}/proposals/${proposal.id}/withdrawal`}>
        Withdraw<span className="sr-only"> {proposal.title}</span>
      </Link>
    </WhileOpen>
  );
}
