import { MAIL, REFUSED_ADDRESSES } from '#app/site/addresses.ts';
import { When } from '#app/time/when.tsx';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { SiteNav } from './site-nav.tsx';

interface RefusedAddressesProps {
  addresses: { key: string; address: string; said: string; at: Date }[];
  /** the addresses of the first page and of the next one */
  first: string | null;
  next: string | null;
  zone: string;
  now: Date;
}

/** Addresses that nothing is sent to, since their mail servers say that there are none. */
export function RefusedAddressesView({ addresses, first, next, zone, now }: RefusedAddressesProps) {
  return (
    <Page width="narrow">
      <SiteNav />
      <PageHead
        title="Addresses not written to"
        lede="Their mail servers say that nobody has them. Whoever confirms one is written to again; so is one that you take off here."
      />
      {addresses.length === 0 ? (
        <Empty title="No address is refused" action={<ButtonLink to={MAIL}>Mail</ButtonLink>}>
          When a mail server says that there is no such address, it stands here.
        </Empty>
      ) : (
        <Rows label="Addresses">
          {addresses.map(({ key, address, said, at }) => (
            <Row
              key={key}
              title={address}
              meta={<When at={at.toISOString()} zone={zone} now={now} style="relative" />}
              action={
                <PostForm action={REFUSED_ADDRESSES} name={key}>
                  <Hidden name="address" value={address} />
                  <Button variant="quiet">Write there again</Button>
                </PostForm>
              }
            >
              <p className="state-said">{said}</p>
            </Row>
          ))}
        </Rows>
      )}
      <div className="actions mt-6">
        {first && <ButtonLink to={first}>From the beginning</ButtonLink>}
        {next && <ButtonLink to={next}>More</ButtonLink>}
      </div>
    </Page>
  );
}
