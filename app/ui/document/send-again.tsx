import { useLocation } from '@remix-run/react';
import { fieldsOf } from '#app/ui/forms/form-reply.ts';

/** Shorter than a text, longer than a key. */
const LONG = 40;

/**
 * Sends what was typed once more, to where it was sent.
 * @param shown whether texts are there to read and to copy
 */
export function SendAgain({ typed, shown }: { typed: Record<string, unknown>; shown?: boolean }) {
  const { pathname, search } = useLocation();
  return (
    <form method="post" action={pathname + search}>
      {fieldsOf(typed).map(([name, value]) =>
        shown && value.length > LONG ? (
          <textarea
            key={name}
            className="input mb-4"
            name={name}
            aria-label="What you typed"
            rows={6}
            defaultValue={value}
          />
        ) : (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      <button type="submit" className="btn btn-primary">
        Send it again
      </button>
    </form>
  );
}
