import type { AskSource } from '#app/mentoring/asks/queries/source-view.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { AskFields } from './ask-fields.tsx';
import { SourceLines } from './source-lines.tsx';

export interface NewAskProps {
  source: AskSource | null;
  /** what its address says of where it is begun, and from what */
  given: Record<string, string>;
  submissionKey: string;
}

/** The first words of an ask, which nobody else reads. */
export function NewAsk({ source, given, submissionKey }: NewAskProps) {
  return (
    <Page width="narrow">
      <PageHead
        eyebrow="A draft · only you can see it"
        title="What would help?"
        lede="Write it for yourself first. Who reads it, you choose on the next page; nothing leaves before that."
      />
      <PostForm>
        {Object.entries(given).map(([name, value]) => (
          <Hidden key={name} name={name} value={value} />
        ))}
        <Hidden name="submissionKey" value={submissionKey} />
        {source && <SourceLines source={source} />}
        {source?.kind === 'commitment' ? (
          <AskFields title={source.act} neededBy={source.byOn} />
        ) : (
          <AskFields />
        )}
        <div className="actions">
          <Button variant="primary">Keep it and read it over</Button>
        </div>
      </PostForm>
    </Page>
  );
}
