import { HostTabs } from '#app/circles/views/host-tabs.tsx';
import { addressOfInvitation } from '#app/joining/addresses.ts';
import type { joinLinkOf, openInvitations } from '#app/joining/queries/openings.server.ts';
import { seatsLeft } from '#app/joining/words.ts';
import { When } from '#app/time/when.tsx';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Segmented } from '#app/ui/forms/choice-field.tsx';
import { TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Block, Columns, Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { JoinLinkPanel } from './join-link-panel.tsx';
import { Answers, type SentTo } from './sent-notice.tsx';

interface InvitationsViewProps {
  slug: string;
  invitations: Awaited<ReturnType<typeof openInvitations>>;
  link: Awaited<ReturnType<typeof joinLinkOf>>;
  timeZone: string;
  submissionKey: string;
  free: number;
  sent: SentTo | null;
}

export function InvitationsView(props: InvitationsViewProps) {
  const { slug, invitations, link, timeZone, submissionKey, free, sent } = props;
  const invited = invitations.length > 0;
  return (
    <Page>
      <HostTabs slug={slug} />
      <PageHead title="Invitations" />
      {sent && <Answers sent={sent} submissionKey={submissionKey} zone={timeZone} />}
      <Columns aside={<JoinLinkPanel slug={slug} link={link} timeZone={timeZone} />}>
        <PostForm className="panel">
          <h2 className="mb-2">Invite people</h2>
          <p className="mb-5 text-sm text-ink-2">{seatsLeft(free, invitations.length)}</p>
          <Hidden name="submissionKey" value={submissionKey} />
          <TextArea
            name="emails"
            label="Their email addresses"
            hint="One on each line, or with commas. A name may stand before it: Lena <lena@example.org>."
            rows={2}
            autoComplete="off"
            required
            grow
          />
          <Segmented
            name="role"
            legend="They join as"
            options={[
              { value: 'member', label: 'Member' },
              { value: 'facilitator', label: 'Facilitator' },
            ]}
            defaultValue="member"
          />
          <TextArea
            name="word"
            label="A word from you"
            hint="Optional. It stands in the mail and on the page where they join."
            rows={3}
            maxLength={500}
            grow
          />
          <Button variant="primary">Send the invitations</Button>
        </PostForm>
        <Block title={invited ? 'Not answered yet' : undefined}>
          {invited ? (
            <Rows>
              {invitations.map((one) => (
                <Row
                  key={one.id}
                  title={one.name ? `${apart(one.name)}, ${one.email}` : one.email}
                  meta={
                    <>
                      {one.role === 'facilitator' ? 'As facilitator · ' : ''}
                      {one.expired ? 'Expired ' : 'Open until '}
                      <When at={one.until} zone={timeZone} style="day" />
                    </>
                  }
                  action={<Actions base={addressOfInvitation(slug, one.id)} />}
                />
              ))}
            </Rows>
          ) : (
            <Empty title="Nobody is invited just now">
              An invitation works once, for two weeks, and may be used with any address. When all
              seats are taken, it leads to the waiting list.
            </Empty>
          )}
        </Block>
      </Columns>
    </Page>
  );
}

function Actions({ base }: { base: string }) {
  return (
    <>
      <PostForm action={`${base}/resending`}>
        <Hidden name="confirmed" value="yes" />
        <Button variant="quiet">Send again</Button>
      </PostForm>
      <WhileOpen>
        <ButtonLink to={`${base}/withdrawal`} variant="quiet">
          Withdraw
        </ButtonLink>
      </WhileOpen>
    </>
  );
}
