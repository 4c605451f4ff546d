import { isRouteErrorResponse } from '@remix-run/react';
import { useContext } from 'react';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { again, home, OneThing } from '#app/ui/page/one-thing.tsx';
import type { NoDataSaid } from './data-answers.ts';
import { InFrontPage, RefusedPage } from './no-data-pages.tsx';
import { PageContext } from './page-context.ts';
import { SendAgain } from './send-again.tsx';

type Kind =
  | 'missing'
  | 'left'
  | 'http'
  | 'out'
  | 'unread'
  | 'refused'
  | 'front'
  | 'away'
  | 'broken';

function kindOf(error: unknown): Kind {
  if (!isRouteErrorResponse(error)) return 'broken';
  const { inFront, words } = noDataOf(error);
  if (inFront) return 'front';
  if (words) return 'refused';
  if (error.status === 503) return 'away';
  const { reason } = (error.data ?? {}) as { reason?: string };
  if (error.status === 403 && reason === 'http') return 'http';
  if (error.status === 401 && reason === 'signed-out') return 'out';
  if (error.status !== 404) return error.status < 500 ? 'unread' : 'broken';
  return reason === 'left' ? 'left' : 'missing';
}

const noDataOf = (error: { data: unknown }) => (error.data ?? {}) as Partial<NoDataSaid>;

const titles: Record<Kind, string> = {
  missing: 'There’s no such page',
  left: 'No longer in this circle',
  http: 'Only by https',
  out: 'You’re signed out',
  unread: 'That could not be read',
  refused: 'That was not accepted',
  front: 'Octavo can’t be reached',
  away: 'Away for a moment',
  broken: 'Something broke',
};

/** What a form held that could not be saved. */
function typedIn(error: unknown): Record<string, unknown> | undefined {
  if (!isRouteErrorResponse(error)) return undefined;
  return (error.data as { typed?: Record<string, unknown> } | null)?.typed;
}

/** The title of the window for what a route threw. */
export function errorTitle(error: unknown): string {
  return titles[kindOf(error)];
}

/** What a refusal carries beside its status. */
interface Told {
  circleName?: string;
  address?: string;
}

/** The page for what a route threw. */
export function ErrorPage({ error }: { error: unknown }) {
  const kind = kindOf(error);
  if (kind === 'missing') return <NotFoundPage />;
  if (kind === 'unread') return <UnreadPage />;
  if (kind === 'away') return <DatabaseAwayPage typed={typedIn(error)} />;
  if (kind === 'broken') return <BrokenPage />;
  if (kind === 'front') return <InFrontPage status={(error as { status: number }).status} />;
  if (kind === 'refused') return <RefusedPage words={(error as { data: NoDataSaid }).data.words} />;
  const { circleName, address } = (error as { data: Told }).data;
  if (kind === 'out') return <SignedOutPage address={address} typed={typedIn(error) ?? {}} />;
  if (kind === 'http') return <OnlyByHttpsPage address={address} />;
  return <NoLongerMemberPage circleName={circleName} />;
}

/** There is nothing at this address, or nothing that the viewer may see. */
function NotFoundPage() {
  return (
    <OneThing
      title={titles.missing}
      words="The address may be mistyped, or what was here has been taken away."
      actions={home}
    />
  );
}

/** The viewer once belonged to this circle. */
function NoLongerMemberPage({ circleName }: { circleName?: string }) {
  return (
    <OneThing
      title={`You’re no longer in ${circleName ?? 'this circle'}`}
      words="What its members share stays with them. If you’d like to come back, ask the host for an invitation."
      actions={home}
    />
  );
}

/** A browser that came by http would not keep the sign-in. @param address the same page by https */
function OnlyByHttpsPage({ address = '/' }: { address?: string }) {
  return (
    <OneThing
      title={titles.http}
      words="You came by http, where this site cannot keep you signed in. Nothing was done with what you sent: please send it once more from its secure address."
      actions={
        <a href={address} className="btn btn-primary">
          Go to the secure address
        </a>
      }
    >
      <p className="mt-6 text-ink-2">
        If that address doesn’t open, the person who runs this site can help: either https isn’t set
        up yet, or the setting APP_URL should begin with http.
      </p>
    </OneThing>
  );
}

/** The sign-in ended before a form was sent. @param address where to sign in */
function SignedOutPage({ address, typed }: { address?: string; typed: Record<string, unknown> }) {
  return (
    <OneThing
      title={titles.out}
      words="So what you sent was not saved. It is kept in this page: sign in in a new tab, come back here and send it again."
      actions={
        <a href={address} target="_blank" rel="noopener" className="btn btn-primary">
          Sign in in a new tab
        </a>
      }
    >
      <SendAgain typed={typed} shown />
    </OneThing>
  );
}

/** What was sent is nothing that a page of ours sends. */
function UnreadPage() {
  return (
    <OneThing
      title={titles.unread}
      words="What was sent is no form of this page, so nothing was changed. Go back, load the page again and send it once more."
      actions={home}
    />
  );
}

/** The fault is ours. The number finds it in the log. */
function BrokenPage({ requestId }: { requestId?: string }) {
  const page = useContext(PageContext);
  const id = requestId ?? page.requestId;
  return (
    <OneThing
      title="Something broke on our side"
      words="It isn’t anything you did. Try once more; if it breaks again, tell whoever runs this site."
      actions={
        <>
          {again}
          <ButtonLink to="/" variant="quiet">
            Go home
          </ButtonLink>
        </>
      }
    >
      {id && (
        <p className="hint">
          Number of this request: <code className="font-mono select-all">{id}</code>
        </p>
      )}
    </OneThing>
  );
}

/** The database does not answer. */
function DatabaseAwayPage({ typed }: { typed?: Record<string, unknown> }) {
  return typed ? (
    <OneThing
      title="Octavo is away for a moment"
      words="Its database doesn’t answer, so this may not have been saved. What you typed is kept in this page: send it again in a minute."
      actions={<SendAgain typed={typed} />}
    />
  ) : (
    <OneThing
      title="Octavo is away for a moment"
      words="Its database doesn’t answer. Nothing is lost: try again in a minute."
      actions={again}
    />
  );
}
