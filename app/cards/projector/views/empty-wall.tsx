import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Empty, Page } from '#app/ui/page/page.tsx';

/** Nothing is on the agenda yet that could hang on a wall. */
export function EmptyWall({ back }: { back: { to: string; words: string } }) {
  return (
    <Page width="narrow">
      <Empty
        title="Nothing is on the agenda yet."
        action={<ButtonLink to={back.to}>{back.words}</ButtonLink>}
      >
        What is put on it is shown here, one step after another.
      </Empty>
    </Page>
  );
}
