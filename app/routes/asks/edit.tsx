import type { LinksFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { askerAction, askerLoader } from '#app/access/gates.server.ts';
import type { Asker } from '#app/access/proofs.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { ASKS, addressOfAsk } from '#app/mentoring/addresses.ts';
import { addressOfDraft } from '#app/mentoring/asks/addresses.ts';
import styles from '#app/mentoring/asks/asks.css?url';
import { keepAsk, type StandingAsk } from '#app/mentoring/asks/commands/keep-ask.server.ts';
import { sendAsk } from '#app/mentoring/asks/commands/send-ask.server.ts';
import { EditAskSchema } from '#app/mentoring/asks/forms.ts';
import type { Audiences } from '#app/mentoring/asks/queries/audience-view.ts';
import { audiencesOf } from '#app/mentoring/asks/queries/audiences.server.ts';
import { askToWrite } from '#app/mentoring/asks/queries/rehearsal.server.ts';
import { Rehearsal } from '#app/mentoring/asks/views/rehearsal.tsx';
import { changedElsewhere, whyNotKept, whyNotSent } from '#app/mentoring/asks/words.ts';
import { refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('What would help?');
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const loader = askerLoader(async ({ asker, url }) => {
  const now = new Date();
  const [ask, audiences] = await Promise.all([
    askToWrite(asker, { now }),
    audiencesOf(asker, { now }),
  ]);
  const { viewer } = asker;
  if (found(ask).state === 'closed') throw redirect(ASKS);
  return {
    ...{ ask: found(ask), audiences, me: { id: viewer.personId, name: viewer.name } },
    chosen: chosenBy(url.searchParams),
    ...{ zone: viewer.timeZone, now: now.toISOString() },
  };
});

const chosenBy = (params: URLSearchParams) => ({
  to: params.get('to')?.slice(0, 40) ?? '',
  person: params.get('person')?.slice(0, 20) ?? '',
});

export const action = askerAction(EditAskSchema, async ({ asker, form }) => {
  const { askId } = asker;
  const here = addressOfDraft(askId);
  if (form.act !== 'send') {
    const kept = await keepAsk(asker, form);
    if (!kept.ok) return refused(asker, form, kept);
    if (form.act === 'look') {
      const looked = new URLSearchParams({ to: form.to, person: form.person });
      return redirect(`${here}?${looked}#reads`, 303);
    }
    const { state } = found(await askToWrite(asker));
    return redirectWith(here, state === 'draft' ? 'ask-kept' : 'ask-changed');
  }
  const sent = await sendAsk(asker, form);
  return sent.ok ? redirectWith(addressOfAsk(askId), 'ask-sent') : refused(asker, form, sent);
});

type Form = Parameters<typeof sendAsk>[1];
type Refused = Exclude<
  Awaited<ReturnType<typeof sendAsk>> | Awaited<ReturnType<typeof keepAsk>>,
  { ok: true }
>;

/** The page again, with who would read it now, and what the ask says now where that is another thing. */
async function refused(asker: Asker, form: Form, outcome: Refused & { version?: number }) {
  if (outcome.reason === 'gone') gone();
  const now = new Date();
  const typed = { title: form.title, body: form.body };
  const audiences = await audiencesOf(asker, { now, typed });
  const version = outcome.version ?? form.version;
  if (outcome.reason === 'changed') {
    const { theirs } = outcome;
    const more = { audiences, theirs, version: theirs.version };
    return refusedWith(form, { '': changedElsewhere }, more);
  }
  const isText = ['tangled', 'busy', 'closed', 'untitled'].includes(outcome.reason);
  const reasons = isText
    ? whyNotKept(outcome.reason as Parameters<typeof whyNotKept>[0])
    : whyNotSent(outcome as Parameters<typeof whyNotSent>[0]);
  return refusedWith(form, reasons, { audiences, version });
}

interface Reply {
  form: FormReply;
  audiences?: Audiences;
  theirs?: StandingAsk;
  version?: number;
}

export default function Edit() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<Reply>();
  const { to, person } = { ...page.chosen, ...reply?.form.values } as {
    to: string;
    person: string;
  };
  return (
    <Rehearsal
      {...page}
      key={page.ask.id}
      audiences={reply?.audiences ?? page.audiences}
      chosen={{ to, person }}
      isAnswer={reply !== undefined}
      version={reply?.version ?? page.ask.version}
      theirs={reply?.theirs}
    />
  );
}
