import type { ReactNode } from 'react';
import { AgreementRules } from '#app/circles/agreement/views/agreement-rules.tsx';
import { Consent } from '#app/circles/agreement/views/consent-form.tsx';
import { ordinal, standing } from '#app/circles/words/circles.ts';
import type { JoinPage } from '#app/joining/queries/join-page.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { capital, countWord } from '#app/ui/words.ts';
import { ApartWarning } from './apart-warning.tsx';
import { CoverSide } from './cover-side.tsx';

export interface JoinViewProps {
  circle: JoinPage;
  viewer: { name: string; email: string } | null;
  /** the fields of a new account, for someone who is not signed in */
  newcomer: ReactNode;
  /** this page, to come back to after signing in */
  path: string;
}

/** A way into a circle, on one page: what it is, what was agreed, and the seat. */
export function JoinView({ circle, viewer, newcomer, path }: JoinViewProps) {
  return (
    <div
      data-cloth={circle.cloth}
      className="grid min-h-dvh grid-rows-[auto_1fr] lg:grid-cols-[minmax(20rem,34rem)_1fr] lg:grid-rows-1"
    >
      <CoverSide circle={circle} />
      <div className="grid max-w-[40rem] content-start gap-12 px-[clamp(1rem,5vw,4.5rem)] py-[clamp(2rem,5vw,4.5rem)]">
        <section>
          <h2 className="mb-4">What we agreed</h2>
          <AgreementRules rules={circle.agreement.rules} />
        </section>
        <section className="panel">
          <Seat circle={circle} />
          <PostForm>
            <Hidden name="as" value={viewer ? 'viewer' : 'newcomer'} />
            {viewer ? (
              <p className="mb-5">
                You join as <b>{viewer.name}</b>, {viewer.email}.
              </p>
            ) : (
              newcomer
            )}
            {circle.meetsKeptApart && <ApartWarning />}
            <Consent version={circle.agreement.version} />
            <Button variant="primary" wide>
              {circle.free > 0 ? `Join ${apart(circle.name)}` : 'Join the waiting list'}
            </Button>
          </PostForm>
          {!viewer && (
            <p className="mt-4 text-sm text-ink-2">
              Have an account?{' '}
              <Link to={`/sign-in?to=${encodeURIComponent(path)}`}>Sign in to join</Link>
            </p>
          )}
        </section>
      </div>
    </div>
  );
}

/** Which seat it is, or which place in line. */
function Seat({ circle }: { circle: JoinPage }) {
  if (circle.free > 0) {
    return <h2 className="mb-6">Take the {ordinal(circle.seats - circle.free + 1)} seat</h2>;
  }
  return (
    <>
      <h2 className="mb-3">{capital(`all ${countWord(circle.seats)} seats are taken`)}</h2>
      <p className="mb-6 text-ink-2">
        Join now and you’re on the waiting list. {standing(circle.inLine)}: when a seat frees we
        write to you and hold it for three days.
      </p>
    </>
  );
}

/** A link that does not work (any more). Nothing of a circle is told. */
export function NoWayIn() {
  return (
    <Page width="narrow">
      <PageHead
        title="This invitation doesn’t work any more"
        lede="It may have been used, withdrawn or replaced, or it has expired. That happens easily: ask the person who sent it for a new one."
      />
      <p className="mb-4">Joined already? Then your circle is where you left it.</p>
      <ButtonLink to="/sign-in" variant="primary">
        Go to my circles
      </ButtonLink>
    </Page>
  );
}

/** To somebody whom the host removed, declined or took out of the line: they were told by mail. */
export function TurnedAway({ from }: { from: string }) {
  return (
    <Page width="narrow">
      <PageHead
        title="This link doesn’t work for you any more"
        lede={`It was made before you were told that ${apart(from)} has no seat for you. The host of ${apart(from)} can invite you anew; that link will work.`}
      />
      <ButtonLink to="/" variant="primary">
        Go to my circles
      </ButtonLink>
    </Page>
  );
}

/** A way into a circle that is archived. */
export function Resting({ circle }: { circle: string }) {
  return (
    <Page width="narrow">
      <PageHead
        title={`${apart(circle)} is archived just now`}
        lede="Nobody can join it while it is. Its host can bring it back, and then this link works again."
      />
      <ButtonLink to="/" variant="primary">
        Go to my circles
      </ButtonLink>
    </Page>
  );
}
