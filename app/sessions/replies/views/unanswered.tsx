import { addressOfSession } from '#app/sessions/addresses.ts';
import type { UpcomingSession } from '#app/sessions/queries/session-view.ts';
import { When } from '#app/time/when.tsx';
import { BoundedRows } from '#app/ui/page/bounded-rows.tsx';
import { Row } from '#app/ui/page/page.tsx';
import { QuickReply } from './quick-reply.tsx';

type Session = Pick<UpcomingSession, 'id' | 'startsAt' | 'mine'> & {
  circle: { slug: string; name: string };
};

interface UnansweredProps {
  sessions: readonly Session[];
  zone: string;
}

/** Rows of sessions to which the viewer has not said whether they come, to be answered here. */
export function Unanswered({ sessions, zone }: UnansweredProps) {
  const shown = (session: Session) => ({
    title: <When at={session.startsAt} zone={zone} />,
    to: addressOfSession(session.circle.slug, session.id),
    meta: session.circle.name,
  });
  return (
    <BoundedRows
      of={sessions}
      row={(session) => {
        const { to } = shown(session);
        return (
          <Row
            key={session.id}
            {...shown(session)}
            new="Will you come?"
            action={<QuickReply path={to} session={session} back="home" />}
          />
        );
      }}
      line={shown}
    />
  );
}
