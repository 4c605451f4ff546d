import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { addressOfReport } from '#app/mentoring/reports/addresses.ts';
import { settleReport } from '#app/mentoring/reports/commands/settle-report.server.ts';
import { SettlingSchema } from '#app/mentoring/reports/forms.ts';
import { reportFor } from '#app/mentoring/reports/queries/report.server.ts';
import { ReportView } from '#app/mentoring/reports/views/report-view.tsx';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('What was handed over');

export const loader = viewerLoader(async ({ viewer, id, peek }) => {
  const report = found(await reportFor(viewer, id('report')));
  await markRead({ viewer, peek }, null, [`report:${report.id}`]);
  return { report, zone: viewer.timeZone };
});

export const action = viewerAction(SettlingSchema, async ({ viewer, id, form }) => {
  const settled = form.settled === 'yes';
  if (!(await settleReport(viewer, id('report'), settled))) gone();
  return redirectWith(addressOfReport(id('report')), settled ? 'report-settled' : 'report-open');
});

export default function Report() {
  return <ReportView {...useLoaderData<typeof loader>()} />;
}
