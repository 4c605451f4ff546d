import type { ReactNode } from 'react';
import { addressOfAccount } from '#app/site/addresses.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SiteNav } from './site-nav.tsx';

interface PersonActProps {
  person: { id: number; name: string };
  title: string;
  lede: string;
  act: string;
  danger?: boolean;
  /** what else it brings with it */
  children?: ReactNode;
}

/** Asks an administrator before something is done to a person's account. */
export function PersonAct({ person, title, lede, act, danger, children }: PersonActProps) {
  return (
    <Page width="narrow">
      <SiteNav />
      <PageHead title={title} lede={lede} />
      {children}
      <PostForm>
        <div className="actions">
          <Button variant={danger ? 'danger' : 'primary'}>{act}</Button>
          <ButtonLink to={addressOfAccount(person.id)} variant="quiet">
            Leave it
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
