import type { ReactNode } from 'react';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { Button, ButtonLink } from './button.tsx';
import { Hidden, PostForm } from './form.tsx';

export interface AskingProps {
  title: string;
  /** the button that does it */
  yes: string;
  danger?: boolean;
  /** taken also where forms are shut */
  whenShut?: boolean;
  back: { to: string; label: string };
  /** fields between the words and the button */
  fields?: ReactNode;
  children: ReactNode;
}

/** Asks before something is done that is hard to take back. */
export function Asking({ title, yes, danger, whenShut, back, fields, children }: AskingProps) {
  return (
    <Page width="narrow">
      <PageHead title={title} lede={children} />
      <PostForm whenShut={whenShut}>
        <Hidden name="confirmed" value="yes" />
        {fields}
        <div className="actions">
          <Button variant={danger ? 'danger' : 'primary'}>{yes}</Button>
          <ButtonLink to={back.to} variant="quiet">
            {back.label}
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
