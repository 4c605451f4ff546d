import { useLoaderData } from '@remix-run/react';
import { adminAction, adminLoader } from '#app/access/gates.server.ts';
import { SiteSchema } from '#app/accounts/forms.ts';
import { siteSettings } from '#app/accounts/queries/site.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { saveSiteSettings } from '#app/site/commands/save-site-settings.server.ts';
import { SiteNav } from '#app/site/views/site-nav.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { Segmented } from '#app/ui/forms/choice-field.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('This site');

export const loader = adminLoader(() => siteSettings());

export const action = adminAction(SiteSchema, async ({ admin, form }) => {
  await saveSiteSettings(admin, form);
  return redirectWith('/site', 'saved');
});

export default function SettingsPage() {
  const { name, registration } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <SiteNav />
      <PageHead
        title="This site"
        lede="You look after the installation. What circles say stays with them: you cannot read it."
      />
      <PostForm>
        <Field
          name="name"
          label="Name"
          maxLength={60}
          defaultValue={name}
          hint="In titles and in mail."
          required
        />
        <Segmented
          legend="Who may make an account"
          name="registration"
          defaultValue={registration}
          options={[
            { value: 'invitation', label: 'People who are invited' },
            { value: 'open', label: 'Anyone' },
          ]}
          hint="An invitation to a circle lets its holder in either way."
        />
        <Button variant="primary">Save</Button>
      </PostForm>
    </Page>
  );
}
