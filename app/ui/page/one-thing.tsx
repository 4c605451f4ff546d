import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Seats } from '#app/ui/drawings/seats.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from './page.tsx';

interface OneThingProps {
  title: string;
  words: string;
  actions: ReactNode;
  children?: ReactNode;
}

/** A page that says one thing, under a gathering with a leaf missing. */
export function OneThing({ title, words, actions, children }: OneThingProps) {
  return (
    <Page width="narrow">
      <div className="error-mark">
        <Seats taken={7} of={8} decorative />
      </div>
      <PageHead title={title} lede={words} actions={actions} />
      {children}
    </Page>
  );
}

/** What somebody may do there. */
export const home = (
  <ButtonLink to="/" variant="primary">
    Go home
  </ButtonLink>
);

/** Asks for the page anew, from the server. */
function Again() {
  const { pathname, search } = useLocation();
  return (
    <a href={pathname + search} className="btn btn-primary">
      Try again
    </a>
  );
}

export const again = <Again />;
