import { useLoaderData } from '@remix-run/react';
import { adminLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfAccount } from '#app/site/addresses.ts';
import { personFor } from '#app/site/queries/people.server.ts';
import { SiteNav } from '#app/site/views/site-nav.tsx';
import { When } from '#app/time/when.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Block, Facts, Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ person: { name: string } }>(({ person }) => person.name);

export const loader = adminLoader(async ({ admin, id }) => ({
  person: found(await personFor(admin, id('person'))),
  isViewer: admin.personId === id('person'),
  zone: admin.timeZone,
}));

export default function PersonPage() {
  const { person, isViewer, zone } = useLoaderData<typeof loader>();
  const here = addressOfAccount(person.id);
  return (
    <Page width="narrow">
      <SiteNav />
      <PageHead title={person.name} lede={person.company || undefined} />
      <Facts
        items={[
          {
            term: 'Email',
            value: `${person.email} (${person.emailConfirmed ? 'confirmed' : 'not confirmed'})`,
          },
          { term: 'Here since', value: <When at={person.since} zone={zone} style="day" /> },
          ...(person.deactivatedAt
            ? [
                {
                  term: 'Deactivated',
                  value: <When at={person.deactivatedAt} zone={zone} style="session" />,
                },
              ]
            : []),
          { term: 'Administers the site', value: person.isAdmin ? 'Yes' : 'No' },
        ]}
      />
      <Block title="What you can do">
        <div className="actions">
          {person.deactivatedAt ? (
            <ButtonLink to={`${here}/reactivation`}>Reactivate</ButtonLink>
          ) : (
            !isViewer && <ButtonLink to={`${here}/deactivation`}>Deactivate</ButtonLink>
          )}
          {person.isAdmin ? (
            <ButtonLink to={`${here}/admin-withdrawal`}>Withdraw administration</ButtonLink>
          ) : (
            <ButtonLink to={`${here}/admin-grant`}>Make administrator</ButtonLink>
          )}
        </div>
      </Block>
    </Page>
  );
}
