import { useActionData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Empty, Page, PageHead } from '#app/ui/page/page.tsx';

interface ClosedNowProps {
  isOpen: boolean;
  /** what was asked for */
  title: string;
  /** the choice's page */
  back: string;
  children: ReactNode;
}

/**
 * A form of a choice; once that is over, the way back in its place. What was typed before it closed
 * is shown again, with the reason.
 */
export function ClosedNow({ isOpen, title, back, children }: ClosedNowProps) {
  const refused = useActionData() !== undefined;
  if (isOpen || refused) return children;
  return (
    <Page width="narrow">
      <PageHead title={title} />
      <Empty
        title="This choice is over, so nothing changes any more."
        action={<ButtonLink to={back}>See how it stands</ButtonLink>}
      />
    </Page>
  );
}
