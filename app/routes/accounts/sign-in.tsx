import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicAction, publicLoader } from '#app/access/gates.server.ts';
import { arrive } from '#app/accounts/commands/arrive.server.ts';
import { signInWithPassword } from '#app/accounts/commands/sign-in.server.ts';
import { SignInSchema } from '#app/accounts/forms.ts';
import { siteSettings } from '#app/accounts/queries/site.server.ts';
import { accountClosed, notKnownTogether } from '#app/accounts/words.ts';
import { refuse, refuseFor } from '#app/platform/forms/form.server.ts';
import { safePath } from '#app/platform/links.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const handle = { shell: 'cover' };

export const meta = titled('Sign in');

export const loader = publicLoader(async ({ viewer, url }) => {
  const to = safePath(url.searchParams.get('to'));
  if (viewer) throw redirect(to ?? '/');
  const { name, registration } = await siteSettings();
  return { to, site: name, open: registration === 'open' };
});

export const action = publicAction(SignInSchema, async ({ form, access, request }) => {
  const from = { ip: access.ip, cookies: request.headers.get('Cookie') };
  const answer = await signInWithPassword(form, from);
  if (answer.ok) return arrive(access, answer, redirect(safePath(form.to) ?? '/', 303));
  if (answer.reason === 'limited') return refuseFor(answer.retryAfter);
  if (answer.reason === 'closed') {
    return refuse({ '': accountClosed });
  }
  return refuse({ '': notKnownTogether });
});

export default function SignInPage() {
  const { to, site, open } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        title="Sign in"
        lede={to ? 'Sign in, and you go on to the page you asked for.' : undefined}
      />
      <PostForm>
        {to && <Hidden name="to" value={to} />}
        <Field name="email" label="Email" type="email" autoComplete="username" required />
        <Field
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
        />
        <Button variant="primary" wide>
          Sign in
        </Button>
      </PostForm>
      <p className="mt-6">
        <Link to="/forgot-password">Forgot your password?</Link>
      </p>
      <p className="text-ink-2">
        {open ? (
          <>
            New here? <Link to="/sign-up">Make an account</Link>
          </>
        ) : (
          `New here? ${site} is by invitation: a host sends you a link that lets you in.`
        )}
      </p>
    </Page>
  );
}
