import type { ReactNode } from 'react';
import { addressOfAgreement } from '#app/circles/addresses.ts';
import type { Rule } from '#app/circles/agreement/rules.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Checkbox } from '#app/ui/forms/choice-field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { AgreementRules } from './agreement-rules.tsx';

interface ConsentFormProps {
  slug: string;
  agreement: { version: number; rules: readonly Rule[]; changed: boolean };
}

/** Asks a member for “I’m in”, once for each version. */
export function ConsentForm({ slug, agreement }: ConsentFormProps) {
  return (
    <PostForm action={addressOfAgreement(slug)} className="panel">
      <h2 className="mb-2">{agreement.changed ? 'The agreement changed' : 'What we agreed'}</h2>
      <p className="mb-4 text-ink-2">
        {agreement.changed
          ? 'Read it is now, and say that you’re in.'
          : 'Read it, and say that you’re in.'}
      </p>
      <AgreementRules rules={agreement.rules} />
      <Consent version={agreement.version} />
      <Button variant="primary">I’m in</Button>
    </PostForm>
  );
}

/** The tick itself, with the version that was read. */
export function Consent({ version, label }: { version: number; label?: ReactNode }) {
  return (
    <>
      <Hidden name="agreementVersion" value={version} />
      <Checkbox name="consent" label={label ?? 'I’m in. I’ve read what we agreed.'} required />
    </>
  );
}
