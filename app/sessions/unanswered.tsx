import { ButtonLink } from '#app/ui/button.tsx';
import { Row } from '#app/ui/page.tsx';
import { When } from '#app/ui/time.tsx';
import type { ComingSession } from './queries/viewer-sessions.server.ts';

interface UnansweredProps {
  sessions: readonly ComingSession[];
  zone: string;
}

/** Rows of sessions to which the viewer has not said whether they come. */
export function Unanswered({ sessions, zone }: UnansweredProps) {
  return sessions.map(({ id, circle, startsAt }) => {
    const path = `/circles/${circle.slug}/sessions/${id}`;
    return (
      <Row
        key={id}
        title={<When at={startsAt} zone={zone} />}
        to={path}
        meta={circle.name}
        new="Will you come?"
        action={<ButtonLink to={`${path}/reply`}>Say so</ButtonLink>}
      />
    );
  });
}
