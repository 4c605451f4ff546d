import type { ReactNode } from 'react';
import type { Role } from '#app/access/proofs.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { ConsentForm } from '#app/circles/agreement/views/consent-form.tsx';
import type { CirclePage } from '#app/circles/queries/circle-page.server.ts';
import { roleNames } from '#app/circles/words/circles.ts';
import { addressOfHearing } from '#app/notifications/hearing/addresses.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Columns, NoticeBar, Page } from '#app/ui/page/page.tsx';
import { capital, countWord, plural } from '#app/ui/words.ts';

interface CircleViewProps {
  circle: CirclePage & { slug: string; name: string };
  role: Role;
  /** what we do in it: when we meet next, what we talk about */
  main: ReactNode;
  /** what stands beside that: what we read */
  side: ReactNode;
}

/** The circle’s own page: what waits in it, what we do in it, who we are. */
export function CircleView({ circle, role, main, side }: CircleViewProps) {
  const home = addressOfCircle(circle.slug);
  return (
    <Page>
      <Columns
        aside={
          <>
            {side}
            <People circle={circle} role={role} />
            <p className="mt-8 text-sm">
              <Link to={addressOfHearing(circle.slug)}>How you hear of this circle</Link>
            </p>
          </>
        }
      >
        {circle.forHost && <ForHost home={home} {...circle.forHost} />}
        {circle.agreement && (
          <div className="mb-10">
            <ConsentForm slug={circle.slug} agreement={circle.agreement} />
          </div>
        )}
        {main}
      </Columns>
    </Page>
  );
}

/** What waits for the host. */
function ForHost({ home, requests }: { home: string; requests: number }) {
  if (requests === 0) return null;
  return (
    <div className="mb-8">
      <NoticeBar
        tone="rubric"
        action={<Link to={`${home}/requests`}>{plural(requests, 'Answer it', 'Answer them')}</Link>}
      >
        {capital(countWord(requests))} {plural(requests, 'person asks', 'people ask')} for a seat.
      </NoticeBar>
    </div>
  );
}

function People({ circle, role }: Pick<CircleViewProps, 'circle' | 'role'>) {
  const home = addressOfCircle(circle.slug);
  const { forHost, free } = circle;
  const alone = circle.people.length === 1;
  return (
    <Block title="People" action={<Link to={`${home}/people`}>See everyone</Link>}>
      <ul className="grid gap-2">
        {circle.people.map((person) => (
          <li key={person.id} className="flex items-center gap-3">
            <PersonMark name={person.name} size="small" />
            <span className="min-w-0">{person.name}</span>
            {person.role !== 'member' && (
              <span className="text-sm text-ink-2">{roleNames[person.role as Role]}</span>
            )}
          </li>
        ))}
      </ul>
      {forHost && (
        <div className="mt-4 grid justify-items-start gap-2 text-sm">
          {free > 0 && (
            <ButtonLink to={`${home}/invitations`} variant={alone ? 'primary' : 'plain'}>
              {alone ? 'Invite the first people' : 'Invite someone'}
            </ButtonLink>
          )}
          {forHost.invitations > 0 && (
            <Link to={`${home}/invitations`}>
              {capital(countWord(forHost.invitations))}{' '}
              {plural(forHost.invitations, 'invitation is', 'invitations are')} open
            </Link>
          )}
          {forHost.waiting > 0 && (
            <Link to={`${home}/waiting`}>
              {capital(countWord(forHost.waiting))} in line for a seat
            </Link>
          )}
        </div>
      )}
      {role !== 'host' && free > 0 && (
        <p className="mt-3 text-sm text-ink-2">
          {capital(countWord(free))} {plural(free, 'seat is', 'seats are')} free. Know someone? Tell
          your host.
        </p>
      )}
    </Block>
  );
}
