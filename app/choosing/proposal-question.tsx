import type { ReactNode } from 'react';
import { ButtonLink } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { Page, PageHead } from '#app/ui/page.tsx';

interface ProposalQuestionProps {
  /** the book's */
  title: string;
  question: string;
  lede: string;
  back: string;
  /** the button that says yes */
  children: ReactNode;
}

/** Asks once more before a proposed book is withdrawn or brought back. */
export function ProposalQuestion(props: ProposalQuestionProps) {
  const { title, question, lede, back, children } = props;
  return (
    <Page width="narrow">
      <PageHead eyebrow={title} title={question} lede={lede} />
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
