import { addressOfAgreement, addressOfLeaving, addressOfPerson } from '#app/circles/addresses.ts';
import type { Rule } from '#app/circles/agreement/rules.ts';
import { ConsentForm } from '#app/circles/agreement/views/consent-form.tsx';
import type { CirclePerson } from '#app/circles/queries/people.server.ts';
import { roleNames, seatsWords } from '#app/circles/words/circles.ts';
import { addressOfAbout, addressOfInvitations } from '#app/joining/addresses.ts';
import { addressOfAskTo } from '#app/mentoring/addresses.ts';
import { timeBeside } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { apart } from '#app/ui/apart.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Chip, Page, PageHead } from '#app/ui/page/page.tsx';
import { HostTabs } from './host-tabs.tsx';

interface PeopleViewProps {
  circle: { slug: string; name: string; seats: number };
  people: readonly CirclePerson[];
  agreement: { version: number; rules: readonly Rule[]; changed: boolean } | null;
  viewerId: number;
  isHost: boolean;
  /** ISO */
  now: string;
  viewerZone: string;
}

/** Who is in the circle. */
export function PeopleView({
  circle,
  people,
  agreement,
  viewerId,
  viewerZone,
  isHost,
  now,
}: PeopleViewProps) {
  const free = circle.seats - people.length;
  return (
    <Page>
      {isHost && <HostTabs slug={circle.slug} />}
      <PageHead
        title="People"
        lede={`${seatsWords({ members: people.length, seats: circle.seats, free })}.`}
        actions={
          isHost && (
            <ButtonLink to={addressOfInvitations(circle.slug)} variant="primary">
              Invite someone
            </ButtonLink>
          )
        }
      />
      {agreement && (
        <div className="mb-10 max-w-[45rem]">
          <ConsentForm slug={circle.slug} agreement={agreement} />
        </div>
      )}
      <ul className="grid gap-x-16 md:grid-cols-2">
        {people.map((person) => (
          <Person
            key={person.id}
            person={person}
            you={person.id === viewerId}
            page={addressOfPerson(circle.slug, person.id)}
            asking={person.askable ? addressOfAskTo(circle.slug, person.id) : null}
            manages={isHost && person.role !== 'host'}
            askConsent={isHost && !person.consented}
            now={now}
            viewerZone={viewerZone}
          />
        ))}
      </ul>
      <p className="mt-10 flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <Link to={addressOfAgreement(circle.slug)}>What we agreed</Link>
        <Link to={addressOfAbout(circle.slug)}>How the circle looks from outside</Link>
        <Link to={addressOfLeaving(circle.slug)}>Leave the circle</Link>
      </p>
    </Page>
  );
}

interface PersonProps {
  person: CirclePerson;
  you: boolean;
  page: string;
  /** where they are asked for help; null while they cannot be */
  asking: string | null;
  /** the host, who changes roles and memberships there */
  manages: boolean;
  /** tells the host who has not said “I’m in” yet */
  askConsent: boolean;
  now: string;
  viewerZone: string;
}

function Person({ person, you, page, asking, manages, askConsent, now, viewerZone }: PersonProps) {
  const does = [person.whatIDo, person.company].filter(Boolean).map(apart).join(', ');
  return (
    <li className="flex gap-4 border-t border-rule py-5">
      <PersonMark name={person.name} picture={person.picture} size="large" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            to={page}
            className="font-serif text-lg font-semibold text-ink no-underline hover:underline"
          >
            {person.name}
          </Link>
          {person.role !== 'member' && <Chip>{roleNames[person.role]}</Chip>}
          {person.closed && <Chip>Account closed</Chip>}
          {askConsent && <Chip>Hasn’t said “I’m in” yet</Chip>}
        </p>
        {does && <p>{does}</p>}
        {person.askMeAbout && (
          <p className="mt-1 font-serif">
            <span className="font-sans text-sm text-ink-2">Ask me about </span>
            {person.askMeAbout}
          </p>
        )}
        <p className="mt-1 text-sm text-ink-2" suppressHydrationWarning>
          {timeBeside(now, person.timeZone, viewerZone)} in {clockCity(person.timeZone)}
          {you && (
            <>
              {' '}
              · that’s you, <Link to="/account">change what this says</Link>
            </>
          )}
          {asking && (
            <WhileOpen>
              {' '}
              · <Link to={asking}>Ask {apart(person.name)} for help</Link>
            </WhileOpen>
          )}
          {manages && (
            <>
              {' '}
              · <Link to={page}>Role and membership</Link>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
