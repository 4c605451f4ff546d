import { memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { recordOf } from '#app/records/queries/record.server.ts';
import { recordAsMarkdown } from '#app/records/views/record-file.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';

export const loader = memberLoader(async ({ member, id }) => {
  const [session, record] = await Promise.all([
    sessionOf(member, id('session')).then(found),
    recordOf(member, id('session')).then(found),
  ]);
  const { zone } = clocksOf(member);
  // Its questions are for the circle once it has begun, and in a file that is passed on not before.
  const questions = session.state === 'coming' ? [] : record.questions;
  return new Response(recordAsMarkdown({ session, record: { ...record, questions }, zone }), {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': `attachment; filename="record-${session.day}.md"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
