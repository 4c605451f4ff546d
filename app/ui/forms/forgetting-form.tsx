import { Form, type FormProps } from '@remix-run/react';
import { forgetKept } from '#app/ui/document/kept.ts';

interface ForgettingFormProps extends FormProps {
  /** whose things this browser keeps no longer */
  owner: number;
}

/**
 * A form that ends what a person does at this browser: what it keeps of theirs goes at once. The
 * notice of the next page (`forgets`) drops what was written on the way, or sent without scripts.
 */
export function ForgettingForm({ owner, ...rest }: ForgettingFormProps) {
  return <Form method="post" {...rest} onSubmit={() => forgetKept(owner)} />;
}
