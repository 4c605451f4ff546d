import { data, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicAction, publicLoader } from '#app/access/gates.server.ts';
import { arrive } from '#app/accounts/commands/arrive.server.ts';
import { setUpSite } from '#app/accounts/commands/set-up-site.server.ts';
import { NewAccountSchema } from '#app/accounts/forms.ts';
import { timeZonesToChoose } from '#app/accounts/queries/account.server.ts';
import { isSetupOpen } from '#app/accounts/queries/links.server.ts';
import { DeadLink } from '#app/accounts/views/dead-link.tsx';
import { NewAccountFields } from '#app/accounts/views/new-account-fields.tsx';
import { setupLinkUsed } from '#app/accounts/words.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const handle = { shell: 'cover' };

export const meta = titled('Set up Octavo');

export const loader = publicLoader(async ({ params, request }) => {
  const open = await isSetupOpen(params.token ?? '');
  return data(open ? timeZonesToChoose(request) : null, { status: open ? 200 : 404 });
});

export const action = publicAction(NewAccountSchema, async ({ form, params, access }) => {
  const answer = await setUpSite(params.token ?? '', form);
  if (!answer.ok) return refuse({ '': setupLinkUsed });
  return arrive(access, answer, redirect('/', 303));
});

export default function SetupPage() {
  const choices = useLoaderData<typeof loader>();
  if (!choices) {
    return (
      <DeadLink to="/sign-in" label="Sign in">
        A setup link makes the first account, once. If nobody has one yet, start Octavo again: it
        prints a new link.
      </DeadLink>
    );
  }
  return (
    <Page width="narrow">
      <PageHead
        eyebrow="A new installation"
        title="Make the first account"
        lede="It will administer this site. Circles stay private to their members, from you too."
      />
      <PostForm>
        <NewAccountFields {...choices} />
        <Button variant="primary" wide>
          Set up this site
        </Button>
      </PostForm>
    </Page>
  );
}
