import type { ReactNode } from 'react';
import { addressOfCard } from '#app/cards/addresses.ts';
import { addressOfThreadsAbout } from '#app/discussions/addresses.ts';
import type { ThreadContext } from '#app/discussions/queries/thread-context.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { When } from '#app/time/when.tsx';
import { apart } from '#app/ui/apart.ts';
import { Link } from '#app/ui/page/link.tsx';

interface Props {
  /** the circle's slug */
  circle: string;
  context: ThreadContext;
  zone: string;
}

/** What a thread belongs to, as ways there. Null when it belongs to its circle alone. */
export function contextLinks({ circle, context, zone }: Props): ReactNode {
  const { section, session, card } = context;
  const parts = [
    section && (
      <Link key="section" to={addressOfThreadsAbout(circle, section.id)}>
        {section.name}
      </Link>
    ),
    session && (
      <Link key="session" to={addressOfSession(circle, session.id)}>
        <SessionWords {...session} zone={zone} />
      </Link>
    ),
    card && (
      <Link key="card" to={addressOfCard(card)}>
        Card: {card.title}
      </Link>
    ),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return parts.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]));
}

/** The same without links, for a list where the row is the link. */
export function contextWords({ context, zone }: Omit<Props, 'circle'>): ReactNode {
  const { section, session, card } = context;
  const parts = [
    section && apart(section.name),
    session && (
      <bdi key="session">
        <SessionWords {...session} zone={zone} />
      </bdi>
    ),
    card && `Card: ${card.title}`,
  ].filter(Boolean);
  return parts.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]));
}

function SessionWords({
  title,
  startsAt,
  zone,
}: {
  title: string;
  startsAt: string;
  zone: string;
}) {
  return (
    <>
      Session of <When at={startsAt} zone={zone} style="short" />
      {title && `: ${title}`}
    </>
  );
}
