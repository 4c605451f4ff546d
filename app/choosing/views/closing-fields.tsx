import type { ReactNode } from 'react';
import { LocalTimeFields, type ShownZone } from '#app/time/local-time-fields.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';

interface ClosingFieldsProps {
  reply: FormReply | undefined;
  defaults: { date: string; time: string };
  zone: ShownZone;
  /** what can be done about a time that never comes, or comes twice */
  timeAnswer: ReactNode;
}

/** Until when a choice is open, on clocks in the shown zone. */
export function ClosingFields({ reply, defaults, zone, timeAnswer }: ClosingFieldsProps) {
  return (
    <>
      <div className="grid max-w-md grid-cols-2 items-start gap-x-4">
        <LocalTimeFields
          labels={{ date: 'Open until', time: 'At' }}
          defaults={defaults}
          reply={reply}
          zone={zone}
        />
      </div>
      {timeAnswer}
    </>
  );
}
