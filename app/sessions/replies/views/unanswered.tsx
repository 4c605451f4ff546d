import { addressOfSession } from '#app/sessions/addresses.ts';
import type { UpcomingSession } from '#app/sessions/queries/session-view.ts';
import { When } from '#app/time/when.tsx';
import { Row } from '#app/ui/page/page.tsx';
import { QuickReply } from './quick-reply.tsx';

interface UnansweredProps {
  sessions: readonly UpcomingSession[];
  zone: string;
}

/** Rows of sessions to which the viewer has not said whether they come, to be answered here. */
export function Unanswered({ sessions, zone }: UnansweredProps) {
  return sessions.map((session) => {
    const { id, circle, startsAt } = session;
    const path = addressOfSession(circle.slug, id);
    return (
      <Row
        key={id}
        title={<When at={startsAt} zone={zone} />}
        to={path}
        meta={circle.name}
        new="Will you come?"
        action={<QuickReply path={path} session={session} back="home" />}
      />
    );
  });
}
