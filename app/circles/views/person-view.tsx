import { addressOfPeople, addressOfPerson } from '#app/circles/addresses.ts';
import type { CirclePerson } from '#app/circles/queries/people.server.ts';
import { canHost } from '#app/circles/rules/circles.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Segmented } from '#app/ui/forms/choice-field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Block, Page, PageHead } from '#app/ui/page/page.tsx';

interface PersonViewProps {
  slug: string;
  circle: string;
  person: CirclePerson;
}

/** What the host may change about another's membership. */
export function PersonView({ slug, circle, person }: PersonViewProps) {
  const here = addressOfPerson(slug, person.id);
  return (
    <Page width="narrow">
      <PageHead
        title={person.name}
        lede={[person.whatIDo, person.company].filter(Boolean).join(', ')}
      />
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
              {person.name} becomes the host of {circle}; you stay as a facilitator.
            </p>
            <ButtonLink to={`${here}/host`}>Make {person.name} the host</ButtonLink>
          </>
        ) : (
          <p>{person.name}’s account is closed, so they cannot host.</p>
        )}
      </Block>
      <Block title="End the membership">
        <p className="mb-4">
          {person.name} loses their seat. What they wrote stays. You’re asked once more, and can add
          a word.
        </p>
        <ButtonLink to={`${here}/removal`} variant="danger">
          Remove {person.name}
        </ButtonLink>
      </Block>
      <p className="mt-10">
        <ButtonLink to={addressOfPeople(slug)} variant="quiet">
          Back to everyone
        </ButtonLink>
      </p>
    </Page>
  );
}
