import { addressOfAgreementEdit } from '#app/circles/addresses.ts';
import type { Rule } from '#app/circles/agreement/rules.ts';
import { When } from '#app/time/when.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Block, Columns, Page, PageHead } from '#app/ui/page/page.tsx';
import { AgreementRules } from './agreement-rules.tsx';
import { ConsentForm } from './consent-form.tsx';

interface AgreementViewProps {
  slug: string;
  agreement: { version: number; rules: readonly Rule[]; changed: boolean };
  /** ISO: when the viewer said “I’m in”, null when they have not */
  consented: string | null;
  timeZone: string;
  /** for the host: who has said so */
  people: readonly { id: number; name: string; consented: boolean }[] | null;
}

export function AgreementView(props: AgreementViewProps) {
  const { slug, agreement, consented, timeZone, people } = props;
  return (
    <Page>
      <PageHead
        title="What we agreed"
        actions={people && <ButtonLink to={addressOfAgreementEdit(slug)}>Change it</ButtonLink>}
      />
      <Columns aside={people && <Consents people={people} />}>
        {consented ? (
          <>
            <AgreementRules rules={agreement.rules} />
            <p className="mt-4 text-sm text-ink-2">
              You said “I’m in” on <When at={consented} zone={timeZone} style="day" />.
            </p>
          </>
        ) : (
          <ConsentForm slug={slug} agreement={agreement} />
        )}
      </Columns>
    </Page>
  );
}

function Consents({
  people,
}: {
  people: readonly { id: number; name: string; consented: boolean }[];
}) {
  const [said, open] = [
    people.filter(({ consented }) => consented),
    people.filter(({ consented }) => !consented),
  ];
  return (
    <>
      {open.length > 0 && (
        <Block title="Not said yet">
          <Names people={open} />
        </Block>
      )}
      <Block title="Said “I’m in”">
        <Names people={said} />
      </Block>
    </>
  );
}

const Names = ({ people }: { people: readonly { id: number; name: string }[] }) => (
  <ul>
    {people.map(({ id, name }) => (
      <li key={id} className="py-1">
        {name}
      </li>
    ))}
  </ul>
);
