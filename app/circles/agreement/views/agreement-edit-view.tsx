import { addressOfAgreement } from '#app/circles/addresses.ts';
import type { Rule } from '#app/circles/agreement/rules.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { NoticeBar, Page, PageHead } from '#app/ui/page/page.tsx';
import { AgreementField } from './agreement-field.tsx';
import { AgreementRules } from './agreement-rules.tsx';

interface AgreementEditViewProps {
  slug: string;
  version: number;
  body: string;
  /** another version that was saved while this one was written: show both */
  saved: { version: number; rules: readonly Rule[] } | null;
}

export function AgreementEditView(props: AgreementEditViewProps) {
  const { slug, version, body, saved } = props;
  return (
    <Page width="narrow">
      <PageHead
        title="Change the agreement"
        lede="It holds for everyone, so everyone is asked again: they say “I’m in” to the new words."
      />
      {saved && (
        <div className="mb-8">
          <NoticeBar>
            <p className="mb-3 font-semibold">As it was saved in the meantime</p>
            <AgreementRules rules={saved.rules} />
          </NoticeBar>
        </div>
      )}
      <PostForm>
        <Hidden name="version" value={saved?.version ?? version} />
        <AgreementField name="body" defaultValue={body} />
        <div className="actions">
          <Button variant="primary">Save</Button>
          <ButtonLink to={addressOfAgreement(slug)} variant="quiet">
            Leave it as it is
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
