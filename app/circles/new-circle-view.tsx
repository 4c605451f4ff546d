import { Button } from '#app/ui/button.tsx';
import { Hidden, PostForm } from '#app/ui/form.tsx';
import { Page, PageHead } from '#app/ui/page.tsx';
import { AgreementField } from './agreement-field.tsx';
import { CircleFields } from './circle-fields.tsx';
import { USUAL_SEATS } from './rules.ts';

interface NewCircleViewProps {
  timeZone: string;
  agreement: string;
  zones: readonly string[];
  submissionKey: string;
}

export function NewCircleView({ timeZone, agreement, zones, submissionKey }: NewCircleViewProps) {
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
      <PostForm>
        <Hidden name="submissionKey" value={submissionKey} />
        <CircleFields circle={circle} zones={zones} />
        <AgreementField name="agreement" defaultValue={agreement} />
        <Button variant="primary">Start the circle</Button>
      </PostForm>
    </Page>
  );
}
