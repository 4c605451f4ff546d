import { ButtonLink } from '#app/ui/button.tsx';
import { Empty, Page } from '#app/ui/page.tsx';

/** The page of a card or deck whose file is there and cannot be read. */
export function CannotBeShown({ what }: { what: 'card' | 'deck' }) {
  return (
    <Page width="narrow">
      <Empty
        title={<h1>This {what} cannot be shown just now.</h1>}
        action={<ButtonLink to="/cards">See the other cards</ButtonLink>}
      >
        <p>
          Something in its file is not as it should be. Whoever looks after this site can find the
          place in the log; everything else works as before.
        </p>
      </Empty>
    </Page>
  );
}
