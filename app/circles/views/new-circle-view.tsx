import { AgreementField } from '#app/circles/agreement/views/agreement-field.tsx';
import { USUAL_SEATS } from '#app/circles/rules/circles.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedFirst } from '#app/ui/page/saved-first.tsx';
import { CircleFields } from './circle-fields.tsx';

interface NewCircleViewProps {
  timeZone: string;
  agreement: string;
  zones: readonly string[];
  submissionKey: string;
  savedFirst?: { to: string; title: string };
}

export function NewCircleView(props: NewCircleViewProps) {
  const { timeZone, agreement, zones, submissionKey, savedFirst } = props;
  const circle = {
    name: '',
    purpose: '',
    seats: USUAL_SEATS,
    timeZone,
    visibility: 'private',
    cloth: 'pine',
  } as const;
  return (
    <Page width="narrow">
      <PageHead
        title="Start a circle"
        lede="You’ll be its host: you invite people and keep the agreement. All of this can be changed later."
      />
      {savedFirst && <SavedFirst {...savedFirst} />}
      <PostForm>
        <Hidden name="submissionKey" value={submissionKey} />
        <CircleFields circle={circle} zones={zones} />
        <AgreementField name="agreement" defaultValue={agreement} />
        <Button variant="primary">Start the circle</Button>
      </PostForm>
    </Page>
  );
}
