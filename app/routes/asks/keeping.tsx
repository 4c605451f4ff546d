import { redirect } from '@remix-run/node';
import { askerButton, askerLoader } from '#app/access/gates.server.ts';
import { addressOfDraft } from '#app/mentoring/asks/addresses.ts';
import { keepAsk } from '#app/mentoring/asks/commands/keep-ask.server.ts';
import { KeepAskSchema } from '#app/mentoring/asks/forms.ts';
import { checksOf } from '#app/mentoring/asks/rules/checks.ts';
import type { KeepingReply } from '#app/mentoring/asks/views/kept-by-itself.tsx';
import { todayIn } from '#app/time/days.ts';

export const loader = askerLoader(({ asker }) => redirect(addressOfDraft(asker.askId)));

/** Keeps a draft while it is written: its page asks by itself. */
export const action = askerButton(
  KeepAskSchema,
  ({ asker }) => addressOfDraft(asker.askId),
  async ({ asker, form }) => {
    const kept = await keepAsk(asker, form);
    if (!kept.ok) return Response.json({ ok: false, reason: kept.reason } satisfies KeepingReply);
    const { html, version } = kept;
    const checks = checksOf(form, todayIn(asker.viewer.timeZone, new Date()));
    return Response.json({ ok: true, html, version, checks } satisfies KeepingReply);
  },
);
