import { useContext } from 'react';
import { ButtonLink } from './button.tsx';
import { Page, PageHead } from './page.tsx';
import { PageContext } from './page-context.ts';
import { Seats } from './seats.tsx';

function MissingLeaf() {
  return (
    <div className="error-mark">
      <Seats taken={7} of={8} decorative />
    </div>
  );
}

/** There is nothing at this address, or nothing that the viewer may see. */
export function NotFoundPage() {
  return (
    <Page width="narrow">
      <MissingLeaf />
      <PageHead
        title="There’s no such page"
        lede="The address may be mistyped, or what was here has been taken away."
        actions={
          <ButtonLink to="/" variant="primary">
            Go home
          </ButtonLink>
        }
      />
    </Page>
  );
}

/** The viewer once belonged to this circle. */
export function NoLongerMemberPage({ circleName }: { circleName?: string }) {
  return (
    <Page width="narrow">
      <MissingLeaf />
      <PageHead
        title={circleName ? `You’re no longer in ${circleName}` : 'You’re no longer in this circle'}
        lede="What its members share stays with them. If you’d like to come back, ask the host for an invitation."
        actions={
          <ButtonLink to="/" variant="primary">
            Go home
          </ButtonLink>
        }
      />
    </Page>
  );
}

/** The fault is ours. The number finds it in the log. */
export function BrokenPage({ requestId }: { requestId?: string }) {
  const page = useContext(PageContext);
  const id = requestId ?? page.requestId;
  return (
    <Page width="narrow">
      <MissingLeaf />
      <PageHead
        title="Something broke on our side"
        lede="It isn’t anything you did. Try once more; if it breaks again, tell whoever runs this site."
        actions={
          <>
            <ButtonLink to="." reloadDocument variant="primary">
              Try again
            </ButtonLink>
            <ButtonLink to="/" variant="quiet">
              Go home
            </ButtonLink>
          </>
        }
      />
      {id && (
        <p className="hint">
          Number of this request: <code className="font-mono select-all">{id}</code>
        </p>
      )}
    </Page>
  );
}

/** The database does not answer. */
export function DatabaseAwayPage() {
  return (
    <Page width="narrow">
      <MissingLeaf />
      <PageHead
        title="Octavo is away for a moment"
        lede="Its database doesn’t answer. Nothing is lost: try again in a minute."
        actions={
          <ButtonLink to="." reloadDocument variant="primary">
            Try again
          </ButtonLink>
        }
      />
    </Page>
  );
}
