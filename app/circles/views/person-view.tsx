import { addressOfPeople, addressOfPerson } from '#app/circles/addresses.ts';
import type { CirclePerson } from '#app/circles/queries/people.server.ts';
import { canHost } from '#app/circles/rules/circles.ts';
import { roleNames } from '#app/circles/words/circles.ts';
import { addressOfAskTo } from '#app/mentoring/addresses.ts';
import { timeIn } from '#app/time/words.ts';
import { zoneCity } from '#app/time/zones.ts';
import { apart } from '#app/ui/apart.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Segmented } from '#app/ui/forms/choice-field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Page } from '#app/ui/page/page.tsx';

interface PersonViewProps {
  slug: string;
  circle: string;
  person: CirclePerson;
  /** the viewer’s own */
  isMe: boolean;
  /** by the host, who is not this person */
  manages: boolean;
  /** ISO */
  now: string;
}

/** A member as the others see them, and what the host may change about their membership. */
export function PersonView({ slug, circle, person, isMe, manages, now }: PersonViewProps) {
  const here = addressOfPerson(slug, person.id);
  const does = [person.whatIDo, person.company].filter(Boolean).map(apart).join(', ');
  return (
    <Page width="narrow">
      <div className="mb-8 flex flex-wrap items-center gap-x-6 gap-y-4">
        <PersonMark name={person.name} picture={person.picture} size="huge" />
        <div className="min-w-0 flex-[1_1_16rem]">
          <h1>{person.name}</h1>
          {does && <p className="mt-1">{does}</p>}
          <p className="mt-1 text-sm text-ink-2">
            {roleNames[person.role]} · {timeIn(now, person.timeZone)} in {zoneCity(person.timeZone)}
          </p>
        </div>
      </div>
      {(person.askMeAbout || isMe) && (
        <Block title="Ask me about" action={isMe && <Link to="/account">Change your profile</Link>}>
          <p className="font-serif text-lg whitespace-pre-line">
            {person.askMeAbout || 'Nothing yet. What others may come to you for stands here.'}
          </p>
        </Block>
      )}
      {person.askable && (
        <WhileOpen>
          <p className="mt-6">
            <ButtonLink to={addressOfAskTo(slug, person.id)}>
              {`Ask ${apart(person.name)} for help`}
            </ButtonLink>
          </p>
        </WhileOpen>
      )}
      {manages && <Membership here={here} circle={circle} person={person} />}
      <p className="mt-10">
        <ButtonLink to={addressOfPeople(slug)} variant="quiet">
          Back to everyone
        </ButtonLink>
      </p>
    </Page>
  );
}

type MembershipProps = Pick<PersonViewProps, 'circle' | 'person'> & { here: string };

function Membership({ here, circle, person }: MembershipProps) {
  return (
    <>
      <Block title="Role">
        <PostForm>
          <Segmented
            name="role"
            legend="Role"
            quiet
            options={[
              { value: 'member', label: 'Member' },
              { value: 'facilitator', label: 'Facilitator' },
            ]}
            defaultValue={person.role}
            hint="A facilitator schedules and runs sessions."
          />
          <Button>Save the role</Button>
        </PostForm>
      </Block>
      <Block title="Hand over the circle">
        {canHost(person) ? (
          <>
            <p className="mb-4">
              <bdi>{person.name}</bdi> becomes the host of <bdi>{circle}</bdi>; you stay as a
              facilitator.
            </p>
            <ButtonLink to={`${here}/host`}>{`Make ${apart(person.name)} the host`}</ButtonLink>
          </>
        ) : (
          <p>
            <bdi>{person.name}</bdi>’s account is closed, so they cannot host.
          </p>
        )}
      </Block>
      <WhileOpen>
        <Block title="End the membership">
          <p className="mb-4">
            <bdi>{person.name}</bdi> loses their seat. What they wrote stays. You’re asked once
            more, and can add a word.
          </p>
          <ButtonLink to={`${here}/removal`} variant="danger">
            {`Remove ${apart(person.name)}`}
          </ButtonLink>
        </Block>
      </WhileOpen>
    </>
  );
}
