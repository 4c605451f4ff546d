import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';

/** The page of a card or deck whose file is there and cannot be read. */
export function CannotBeShown({ what }: { what: 'card' | 'deck' }) {
  return (
    <Page width="narrow">
      <PageHead
        title={`This ${what} cannot be shown just now`}
        lede="Something in its file is not as it should be. Whoever looks after this site finds the place in the log; everything else works as before."
        actions={
          <ButtonLink to="/cards" variant="primary">
            See the other cards
          </ButtonLink>
        }
      />
    </Page>
  );
}
