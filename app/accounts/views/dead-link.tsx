import type { ReactNode } from 'react';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';

/** The page of a link that does not work (any more): why, and the one thing to do instead. */
export function DeadLink({
  to,
  label,
  children,
}: {
  to: string;
  label: string;
  children: ReactNode;
}) {
  return (
    <Page width="narrow">
      <PageHead title="This link does not work any more" lede={children} />
      <ButtonLink to={to} variant="primary">
        {label}
      </ButtonLink>
    </Page>
  );
}
