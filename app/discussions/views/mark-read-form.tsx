import { Form } from '@remix-run/react';
import { addressOfMarking } from '#app/discussions/addresses.ts';
import type { MarkedFrom } from '#app/discussions/forms.ts';

interface MarkReadFormProps {
  /** the circle's slug */
  circle: string;
  /** the circle's last note when the page was read: what came after stays new */
  upTo: number;
  back: MarkedFrom;
  /** of which circle, for who hears the button by itself */
  of?: string;
}

/** Marks everything that is new in a circle's threads as read. */
export function MarkReadForm({ circle, upTo, back, of }: MarkReadFormProps) {
  return (
    <Form method="post" action={addressOfMarking(circle)} className="-ml-2">
      <input type="hidden" name="upTo" value={upTo} />
      <input type="hidden" name="back" value={back} />
      <button type="submit" className="link-button">
        Mark all as read{of && <span className="sr-only">{` in ${of}`}</span>}
      </button>
    </Form>
  );
}
