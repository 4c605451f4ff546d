import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { saveProfile } from '#app/accounts/commands/save-profile.server.ts';
import { ProfileSchema } from '#app/accounts/forms.ts';
import { accountOf, timeZonesToChoose } from '#app/accounts/queries/account.server.ts';
import { profileChanged } from '#app/accounts/words.ts';
import { HELPING } from '#app/mentoring/addresses.ts';
import { refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { ZoneField } from '#app/time/zone-field.tsx';
import { zoneCity } from '#app/time/zones.ts';
import { apart } from '#app/ui/apart.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { Field, TextArea } from '#app/ui/forms/field.tsx';
import { ForgettingForm } from '#app/ui/forms/forgetting-form.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Columns, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Your account');

export const loader = viewerLoader(async ({ viewer, request }) => ({
  id: viewer.personId,
  account: await accountOf(viewer),
  zones: timeZonesToChoose(request).zones,
}));

export const action = viewerAction(ProfileSchema, async ({ viewer, form }) => {
  if (await saveProfile(viewer, form)) return redirectWith('/account', 'saved');
  return refusedWith(form, { '': profileChanged }, { saved: await accountOf(viewer) });
});

type Account = Awaited<ReturnType<typeof accountOf>>;

export default function AccountPage() {
  const { id, account, zones } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const saved = reply && 'saved' in reply ? reply.saved : null;
  return (
    <Page>
      <PageHead title="Your account" lede="The people in your circles see what you write here." />
      <Columns aside={<AsOthersSee account={account} />}>
        {saved && (
          <SavedNow>
            <AsOthersSee account={saved} />
          </SavedNow>
        )}
        <PostForm>
          <Hidden name="version" value={saved?.version ?? account.version} />
          <Field
            name="name"
            label="Your name"
            autoComplete="name"
            maxLength={100}
            defaultValue={account.name}
            required
          />
          <Field
            name="whatIDo"
            label="What you do"
            maxLength={160}
            defaultValue={account.whatIDo}
            hint="A line is enough: “Lead four platform teams”."
          />
          <Field
            name="company"
            label="Company"
            autoComplete="organization"
            maxLength={100}
            defaultValue={account.company}
          />
          <TextArea
            name="askMeAbout"
            label="Ask me about…"
            rows={3}
            maxLength={500}
            defaultValue={account.askMeAbout}
            hint={
              <>
                What others may come to you for. What you have lived through counts more than what
                you master. Your circles always see it and, if{' '}
                <Link to={HELPING}>you let them</Link>, people outside your circles when it fits
                what they ask.
              </>
            }
          />
          <ZoneField
            name="timeZone"
            label="Your time zone"
            zones={zones}
            defaultValue={account.timeZone}
            hint="Sessions are shown in it."
          />
          <Button variant="primary">Save</Button>
        </PostForm>
        <Block title="Signing in">
          <Rows>
            <Row
              title={account.email}
              meta={<EmailState account={account} />}
              action={<Change />}
            />
            <Row title="Password" action={<Link to="/account/password">Change</Link>} />
            <Row
              title="Sign-ins"
              meta={account.signIns === 1 ? 'This browser only' : `${account.signIns} browsers`}
              action={<Link to="/account/sign-ins">Look</Link>}
            />
          </Rows>
          <ForgettingForm owner={id} action="/sign-out" className="mt-6">
            <Button>Sign out</Button>
          </ForgettingForm>
        </Block>
      </Columns>
    </Page>
  );
}

/** What the form makes of one: a leaf of the people’s page. */
function AsOthersSee({ account }: { account: Account }) {
  const does = [account.whatIDo, account.company].filter(Boolean).map(apart).join(', ');
  return (
    <section className="panel">
      <p className="eyebrow">As your circles see you</p>
      <PersonMark name={account.name} picture={account.picture} size="huge" />
      <p className="mt-2 text-sm">
        <Link to="/account/picture">
          {account.picture ? 'Change your picture' : 'Add a picture'}
        </Link>
      </p>
      <h2 className="mt-4 mb-1">{account.name}</h2>
      <p>{does || 'What you do stands here, once you’ve said it.'}</p>
      {account.askMeAbout && (
        <p className="mt-3 font-serif">
          <span className="font-sans text-sm text-ink-2">Ask me about </span>
          {account.askMeAbout}
        </p>
      )}
      <p className="mt-3 text-sm text-ink-2">{zoneCity(account.timeZone)}</p>
    </section>
  );
}

function Change() {
  return (
    <Link to="/account/email" aria-label="Change your email address">
      Change
    </Link>
  );
}

function EmailState({ account }: { account: Account }) {
  return (
    <>
      {account.emailConfirmed ? 'Confirmed' : 'Not confirmed yet'}
      {account.newEmail && `. ${account.newEmail} takes its place once you confirm it.`}
      {!account.emailConfirmed && (
        <Form method="post" action="/account/confirmation">
          <Button variant="quiet">Send me the link again</Button>
        </Form>
      )}
    </>
  );
}
