import { addressOfAgreement } from '#app/circles/addresses.ts';
import type { NotConsented } from '#app/circles/agreement/queries/not-consented.server.ts';
import { CircleRow } from '#app/circles/views/circle-row.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { BoundedRows } from '#app/ui/page/bounded-rows.tsx';

const WAITS = 'It waits for your “I’m in”.';

/** Circles whose agreement waits for the viewer. */
export function NotConsentedRows({ circles }: { circles: readonly NotConsented[] }) {
  return (
    <BoundedRows
      of={circles}
      row={(circle) => (
        <CircleRow
          key={circle.slug}
          circle={circle}
          new="Agreement"
          action={<ButtonLink to={addressOfAgreement(circle.slug)}>Read and say yes</ButtonLink>}
        >
          {WAITS}
        </CircleRow>
      )}
      line={({ slug, name }) => ({
        to: addressOfAgreement(slug),
        title: name,
        meta: `Agreement. ${WAITS}`,
      })}
    />
  );
}
