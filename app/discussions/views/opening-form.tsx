import { Form } from '@remix-run/react';
import { Hidden } from '#app/ui/forms/form.tsx';

/** Opens every folded note of a thread, for good, or folds them again. */
export function OpeningButton({ path, to }: { path: string; to: 'open' | 'fold' }) {
  return (
    <Form method="post" action={`${path}/opening`}>
      <Hidden name="to" value={to} />
      <button type="submit" className="link-button">
        {to === 'open' ? 'Show all in this thread' : 'Fold them again'}
      </button>
    </Form>
  );
}

/** Says that nothing of this thread is folded, and the way back. */
export function WholeThread({ path }: { path: string }) {
  return (
    <div className="note-whole">
      <p>You see every note of this thread, also those from further on.</p>
      <OpeningButton path={path} to="fold" />
    </div>
  );
}
