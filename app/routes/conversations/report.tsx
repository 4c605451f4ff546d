import type { LinksFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { partnerAction, partnerLoader } from '#app/access/gates.server.ts';
import { addressOfTrouble } from '#app/mentoring/conversations/addresses.ts';
import styles from '#app/mentoring/conversations/conversations.css?url';
import { whyNoLine } from '#app/mentoring/conversations/words.ts';
import { addressOfReport } from '#app/mentoring/reports/addresses.ts';
import { handOver } from '#app/mentoring/reports/commands/hand-over.server.ts';
import { ReportSchema } from '#app/mentoring/reports/forms.ts';
import { reportForm } from '#app/mentoring/reports/queries/report-form.server.ts';
import { ReportForm } from '#app/mentoring/reports/views/report-form.tsx';
import { choiceOf, handedBefore, nobodyAnyMore, notTheirs } from '#app/mentoring/reports/words.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedFirst } from '#app/ui/page/saved-first.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('Show it to somebody');

export const loader = partnerLoader(async ({ partner, viewer }) => ({
  ...(await reportForm(partner)),
  conversationId: partner.conversationId,
  zone: viewer.timeZone,
  submissionKey: crypto.randomUUID(),
}));

export const action = partnerAction(ReportSchema, async ({ partner, form }) => {
  const handed = await handOver(partner, form);
  if (handed.ok) return redirectWith(addressOfReport(handed.reportId), 'report-handed-over');
  switch (handed.reason) {
    case 'nobody':
      return refuse({ to: nobodyAnyMore });
    case 'not-theirs':
      return refuse({ '': notTheirs });
    case 'another-first': {
      const { to, notes, words } = form;
      const values = {
        to: choiceOf(to.personId, to.circleId),
        notes: notes.map(({ id, version }) => `${id}-${version}`),
        ...{ words, submissionKey: crypto.randomUUID() },
      };
      const first = addressOfReport(handed.reportId);
      return refusedWith(values, { '': handedBefore }, { first });
    }
    default:
      return refuse({ words: whyNoLine(handed.reason).body ?? '' });
  }
});

export default function Report() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<{ form?: FormReply; first?: string }>();
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={<Link to={addressOfTrouble(page.conversationId)}>Something isn’t right</Link>}
        title="Show it to somebody"
      />
      {answer?.first && <SavedFirst to={answer.first} title="What you handed over first" />}
      <ReportForm {...page} reply={answer?.form} />
    </Page>
  );
}
