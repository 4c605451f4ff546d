import type { ReactNode } from 'react';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { ButtonLink } from './button.tsx';
import { PostForm } from './form.tsx';

interface QuestionProps {
  /** what it is about, above the question */
  about?: string;
  question: string;
  /** what a yes does */
  lede: string;
  /** where a no leads */
  back: string;
  /** the button that says yes */
  children: ReactNode;
}

/** A page that asks once more before something is done. */
export function Question({ about, question, lede, back, children }: QuestionProps) {
  return (
    <Page width="narrow">
      <PageHead eyebrow={about} title={question} lede={lede} />
      <PostForm>
        <div className="flex flex-wrap gap-3">
          {children}
          <ButtonLink to={back} variant="quiet">
            Leave it
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
