import { addressOfAgreement } from '#app/circles/addresses.ts';
import type { NotConsented } from '#app/circles/agreement/queries/not-consented.server.ts';
import { CircleRow } from '#app/circles/views/circle-row.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';

/** Circles whose agreement waits for the viewer. */
export function NotConsentedRows({ circles }: { circles: readonly NotConsented[] }) {
  return circles.map((circle) => (
    <CircleRow
      key={circle.slug}
      circle={circle}
      new="Agreement"
      action={<ButtonLink to={addressOfAgreement(circle.slug)}>Read and say yes</ButtonLink>}
    >
      It waits for your “I’m in”.
    </CircleRow>
  ));
}
