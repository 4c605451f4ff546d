import type { SessionView } from '#app/sessions/queries/session-view.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Empty, Page, PageHead } from '#app/ui/page/page.tsx';

interface ClosedSessionProps {
  session: Pick<SessionView, 'state' | 'cancelled'>;
  /** what was asked for */
  title: string;
  /** what is the case instead: 'its agenda stays as it was' */
  stays: string;
  /** the session's page */
  back: string;
}

const STATES = { coming: 'has not begun', running: 'has begun', past: 'is over' };

/** In the place of a form, while nothing of a session can be done by it, or not any more. */
export function ClosedSession({ session, title, stays, back }: ClosedSessionProps) {
  const why = session.cancelled ? 'is cancelled' : STATES[session.state];
  return (
    <Page width="narrow">
      <PageHead title={title} />
      <Empty
        title={`This session ${why}: ${stays}.`}
        action={<ButtonLink to={back}>Back to the session</ButtonLink>}
      />
    </Page>
  );
}
