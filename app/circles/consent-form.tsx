import type { ReactNode } from 'react';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choice-field.tsx';
import { Hidden, PostForm } from '#app/ui/form.tsx';
import { AgreementRules } from './agreement-rules.tsx';
import type { Rule } from './agreement-text.ts';

interface ConsentFormProps {
  slug: string;
  agreement: { version: number; rules: readonly Rule[]; changed: boolean };
}

/** Asks a member for “I’m in”, once for each version. */
export function ConsentForm({ slug, agreement }: ConsentFormProps) {
  return (
    <PostForm action={`/circles/${slug}/agreement`} className="panel">
      <h2 className="mb-2">{agreement.changed ? 'The agreement changed' : 'What we agreed'}</h2>
      <p className="mb-4 text-ink-2">
        {agreement.changed
          ? 'Read it as it is now, and say that you’re in.'
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
