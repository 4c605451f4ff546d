import { data, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicAction, publicLoader } from '#app/access/gates.server.ts';
import { arrive } from '#app/accounts/commands/arrive.server.ts';
import { openDemoSignIn } from '#app/accounts/queries/links.server.ts';
import { DeadLink } from '#app/accounts/views/dead-link.tsx';
import { demoLinkUsed } from '#app/accounts/words.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const handle = { shell: 'cover' };

export const meta = titled('Look around');

export const loader = publicLoader(async ({ params, access }) => {
  const person = await openDemoSignIn(access, params.token ?? '');
  return data({ name: person?.name ?? null }, { status: person ? 200 : 404 });
});

export const action = publicAction(EmptySchema, async ({ params, access }) => {
  const person = await openDemoSignIn(access, params.token ?? '');
  if (!person) return refuse({ '': demoLinkUsed });
  return arrive(access, person, redirect('/', 303));
});

export default function DemoPage() {
  const { name } = useLoaderData<typeof loader>();
  if (!name) {
    return (
      <DeadLink to="/sign-in" label="Sign in">
        Start Octavo with --demo again: it prints new links.
      </DeadLink>
    );
  }
  return (
    <Page width="narrow">
      <PageHead
        eyebrow="The demo community"
        title={`Look around as ${apart(name)}`}
        lede="Everything here is made up. Change what you like."
      />
      <PostForm>
        <Button variant="primary">{`Sign in as ${apart(name)}`}</Button>
      </PostForm>
    </Page>
  );
}
