import type { ChoiceView, ProposalView } from '#app/choosing/queries/choice-view.ts';
import { canWithdraw, MOST_PROPOSALS } from '#app/choosing/rules/choice.ts';
import { apart } from '#app/ui/apart.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Details, Empty, NoticeBar, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { capital, countWord, numberWord, plural } from '#app/ui/words.ts';
import { CountingRules } from './counting-rules.tsx';
import { ProposalList, Withdraw } from './proposal-list.tsx';
import { Turnout } from './turnout.tsx';

export interface ChoiceScene {
  choice: ChoiceView;
  /** the choice's page */
  path: string;
  me: number;
  role: string;
  clocks: { now: string; zone: string; circleZone: string };
}

/** A choice that is open: until when, how many have ranked, and the books. */
export function OpenChoice({ choice, path, me, role, clocks }: ChoiceScene) {
  const { proposals, withdrawn, mine, ranked, members } = choice;
  const runs = role !== 'member';
  const full = proposals.length >= MOST_PROPOSALS;
  const may = (proposal: ProposalView) =>
    canWithdraw({ personId: me, role }, { proposedBy: proposal.proposedBy.id });
  const propose = (variant: 'plain' | 'primary') => (
    <ButtonLink to={`${path}/proposals/new`} variant={variant}>
      Propose a book
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        eyebrow={`${apart(choice.openedBy)} asks`}
        title="Which book next?"
        lede={<Turnout choice={choice} clocks={clocks} />}
        actions={
          proposals.length > 0 && (
            <>
              <ButtonLink to={`${path}/ballot`} variant={mine ? 'plain' : 'primary'}>
                {mine ? 'Change your ranking' : 'Rank the books'}
              </ButtonLink>
              {!full && propose('plain')}
              {runs && (
                <ButtonLink to={`${path}/closing`} variant="quiet">
                  Close or move it
                </ButtonLink>
              )}
            </>
          )
        }
      />
      {runs && members > 0 && ranked === members && (
        <div className="mb-8">
          <NoticeBar tone="cloth" action={<Link to={`${path}/closing`}>Close it now</Link>}>
            Everyone has ranked, so you can close it now.
          </NoticeBar>
        </div>
      )}
      <Block title={proposals.length > 0 && `${capital(booksWords(proposals.length))} proposed`}>
        {proposals.length === 0 ? (
          <Empty
            title="No book is proposed yet."
            action={
              <>
                {propose('primary')}
                {runs && (
                  <ButtonLink to={`${path}/closing`} variant="quiet">
                    Close or move it
                  </ButtonLink>
                )}
              </>
            }
          >
            Say which book you would like to read with the others, and why. Everyone ranks what is
            proposed.
          </Empty>
        ) : (
          <ProposalList
            proposals={proposals}
            me={me}
            beside={(proposal) => <Beside proposal={proposal} choice={choice} />}
            action={(proposal) => may(proposal) && <Withdraw path={path} proposal={proposal} />}
          />
        )}
        {full && (
          <p className="mt-4 text-ink-2">
            {capital(numberWord(MOST_PROPOSALS))} books are enough to choose from. Another one can
            come in when one is withdrawn.
          </p>
        )}
        {withdrawn.length > 0 && (
          <Details summary={`${capital(booksWords(withdrawn.length))} withdrawn`}>
            <Rows label="Withdrawn">
              {withdrawn.map((proposal) => (
                <Row
                  key={proposal.id}
                  title={proposal.title}
                  meta={proposal.author}
                  action={
                    may(proposal) && (
                      <ButtonLink
                        to={`${path}/proposals/${proposal.id}/restoration`}
                        variant="quiet"
                      >
                        Bring it back<span className="sr-only">: {proposal.title}</span>
                      </ButtonLink>
                    )
                  }
                />
              ))}
            </Rows>
          </Details>
        )}
        <CountingRules />
      </Block>
    </>
  );
}

/** Where the viewer has this book, or that it came after they ranked. */
function Beside({ proposal, choice: { mine } }: { proposal: ProposalView; choice: ChoiceView }) {
  if (!mine) return null;
  const at = mine.ranking.indexOf(proposal.id);
  if (at !== -1) return <span className="chip">Your {ordinalNumber(at + 1)}</span>;
  return isNewSince(mine, proposal) ? <span className="new">New since you ranked</span> : null;
}

export const isNewSince = (
  mine: { castAt: string; ranking: readonly number[] } | null,
  { id, proposedAt }: Pick<ProposalView, 'id' | 'proposedAt'>,
) => mine !== null && proposedAt > mine.castAt && !mine.ranking.includes(id);

const booksWords = (n: number) => `${countWord(n)} ${plural(n, 'book', 'books')}`;

/** '1st', '2nd', '3rd', '4th', up to the most books there are. */
export const ordinalNumber = (n: number) => `${n}${['th', 'st', 'nd', 'rd'][n] ?? 'th'}`;
