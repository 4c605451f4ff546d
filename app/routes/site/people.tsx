import { useLoaderData } from '@remix-run/react';
import { adminLoader } from '#app/access/gates.server.ts';
import { addressOfAccount } from '#app/site/addresses.ts';
import { peopleOf } from '#app/site/queries/people.server.ts';
import { SiteNav } from '#app/site/views/site-nav.tsx';
import { apart } from '#app/ui/apart.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { SearchForm } from '#app/ui/forms/search-form.tsx';
import { Chip, Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('People');

export const loader = adminLoader(async ({ admin, url }) => {
  const search = (url.searchParams.get('search') ?? '').slice(0, 200);
  const after = url.searchParams.get('after');
  const { people, next } = await peopleOf(admin, search, after);
  const query = new URLSearchParams({ ...(search && { search }), ...(next && { after: next }) });
  return { people, search, isFirst: !after, more: next ? `/site/people?${query}` : null };
});

export default function PeoplePage() {
  const { people, search, isFirst, more } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <SiteNav />
      <PageHead title="People" lede="Everybody with an account on this site." />
      <SearchForm label="Name or email" search={search} />
      {people.length === 0 ? (
        <Empty
          title={search ? `Nobody is called “${search}”` : 'Nobody here'}
          action={<ButtonLink to="/site/people">Everybody</ButtonLink>}
        >
          Try a part of the name or of the address.
        </Empty>
      ) : (
        <Rows label="People">
          {people.map((person) => (
            <Row
              key={person.id}
              mark={<PersonMark name={person.name} />}
              title={person.name}
              to={addressOfAccount(person.id)}
              meta={[person.email, person.company].filter(Boolean).map(apart).join(' · ')}
              action={
                <>
                  {person.isAdmin && <Chip>Administrator</Chip>}
                  {person.deactivatedAt && <Chip>Deactivated</Chip>}
                </>
              }
            />
          ))}
        </Rows>
      )}
      <div className="actions mt-6">
        {!isFirst && (
          <ButtonLink
            to={search ? `/site/people?search=${encodeURIComponent(search)}` : '/site/people'}
          >
            From the beginning
          </ButtonLink>
        )}
        {more && <ButtonLink to={more}>More</ButtonLink>}
      </div>
    </Page>
  );
}
