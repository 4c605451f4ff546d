import { HostTabs } from '#app/circles/views/host-tabs.tsx';
import { addressOfInvitation } from '#app/joining/addresses.ts';
import type { joinLinkOf, openInvitations } from '#app/joining/queries/openings.server.ts';
import { When } from '#app/time/when.tsx';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Segmented } from '#app/ui/forms/choice-field.tsx';
import { CopyField } from '#app/ui/forms/copy-field.tsx';
import { Field, TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Block, Columns, Empty, NoticeBar, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { JoinLinkPanel } from './join-link-panel.tsx';

interface InvitationsViewProps {
  slug: string;
  invitations: Awaited<ReturnType<typeof openInvitations>>;
  link: Awaited<ReturnType<typeof joinLinkOf>>;
  timeZone: string;
  submissionKey: string;
  sent: Sent | null;
}

export interface Sent {
  email: string;
  link: string | null;
  /** no mail leaves this site */
  kept: boolean;
}

export function InvitationsView(props: InvitationsViewProps) {
  const { slug, invitations, link, timeZone, submissionKey, sent } = props;
  const invited = invitations.length > 0;
  return (
    <Page>
      <HostTabs slug={slug} />
      <PageHead title="Invitations" />
      {sent && <SentNotice sent={sent} />}
      <Columns aside={<JoinLinkPanel slug={slug} link={link} timeZone={timeZone} />}>
        <PostForm className="panel">
          <h2 className="mb-5">Invite someone</h2>
          <Hidden name="submissionKey" value={submissionKey} />
          <Field name="email" label="Their email" type="email" autoComplete="off" required />
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
          <Button variant="primary">Send the invitation</Button>
        </PostForm>
        <Block title={invited ? 'Not answered yet' : undefined}>
          {invited ? (
            <Rows>
              {invitations.map((one) => (
                <Row
                  key={one.id}
                  title={one.email}
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
      <ButtonLink to={`${base}/withdrawal`} variant="quiet">
        Withdraw
      </ButtonLink>
    </>
  );
}

/** What was sent, and its link, told only now. */
export function SentNotice({ sent }: { sent: Sent }) {
  return (
    <div className="mb-8">
      <NoticeBar tone="cloth">
        <p className="mb-3 font-semibold">
          {sent.kept
            ? `The invitation to ${sent.email} is written, but no mail leaves this site yet: its administrator has it in the Outbox.`
            : `The invitation is on its way to ${sent.email}.`}
        </p>
        {sent.link && (
          <>
            <CopyField label="Or send them this link yourself" value={sent.link} />
            <p className="text-sm text-ink-2">
              It is shown only now. It works once, like the one in the mail.
            </p>
          </>
        )}
      </NoticeBar>
    </div>
  );
}
