import { addressOfBlockLifting, addressOfTakingOff } from '#app/mentoring/apart/addresses.ts';
import type { KeptApart, Somebody } from '#app/mentoring/apart/queries/apart-page.server.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field, Select } from '#app/ui/forms/field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Block, Details, Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';

interface ApartViewProps {
  kept: readonly KeptApart[];
  /** whom one may choose */
  people: readonly Somebody[];
  blocked: readonly Somebody[];
}

/** The list that only its keeper sees, and below it whom they blocked. */
export function ApartView({ kept, people, blocked }: ApartViewProps) {
  return (
    <Page width="narrow">
      <PageHead
        title="Keep apart"
        lede="Whom you’d rather not be with: a manager, a report, somebody from before. No reason is asked. Only you see this list, and nobody is told."
      />
      <Details summary="What it does">
        <p>
          Nobody on it is suggested to you, nor you to them. Before you join a circle that one of
          them is in, and before you send an ask that one of them would read, this is said to you
          alone. In a circle you share, everything else stays as it is.
        </p>
      </Details>
      <Block title="Your list">
        {kept.length === 0 ? (
          <Empty title="Nobody is on it.">
            Add somebody below, also one who has no account here: once they have, it holds.
          </Empty>
        ) : (
          <Rows label="Your list">
            {kept.map(({ id, name, address }) => (
              <Row
                key={id}
                title={name ?? address}
                action={
                  <PostForm action={addressOfTakingOff(id)}>
                    <Button variant="quiet" aria-label={`Take off: ${name ?? address}`}>
                      Take off
                    </Button>
                  </PostForm>
                }
              />
            ))}
          </Rows>
        )}
      </Block>
      <Block title="Add somebody">
        <PostForm className="mt-4">
          {people.length > 0 && (
            <Select
              name="person"
              label="Somebody of your circles"
              options={[
                { value: '', label: 'Choose…' },
                ...people.map(({ personId, name }) => ({ value: personId, label: name })),
              ]}
              defaultValue=""
            />
          )}
          <Field
            name="address"
            type="email"
            label={people.length > 0 ? 'Or an email address' : 'An email address'}
            autoComplete="off"
            maxLength={254}
            hint="Whether it has an account here is not said. It holds for whoever has it, now or later."
          />
          <Button variant="primary">Keep apart</Button>
        </PostForm>
      </Block>
      <Block title="Whom you blocked">
        {blocked.length === 0 ? (
          <p className="text-ink-2">
            Nobody. In a conversation of two, “Something isn’t right” is where you block somebody.
          </p>
        ) : (
          <Rows label="Whom you blocked">
            {blocked.map(({ personId, name }) => (
              <Row
                key={personId}
                title={name}
                action={
                  <ButtonLink
                    to={addressOfBlockLifting(personId)}
                    variant="quiet"
                    aria-label={`Lift the block on ${name}`}
                  >
                    Lift the block
                  </ButtonLink>
                }
              />
            ))}
          </Rows>
        )}
      </Block>
    </Page>
  );
}
