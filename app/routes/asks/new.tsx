import type { LinksFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { addressOfDraft } from '#app/mentoring/asks/addresses.ts';
import styles from '#app/mentoring/asks/asks.css?url';
import { beginAsk, circleAt } from '#app/mentoring/asks/commands/begin-ask.server.ts';
import { BeginAskSchema } from '#app/mentoring/asks/forms.ts';
import { sourceToBe } from '#app/mentoring/asks/queries/sources.server.ts';
import { reachOf } from '#app/mentoring/asks/rules/reach.ts';
import { sourceIn } from '#app/mentoring/asks/rules/source.ts';
import { NewAsk } from '#app/mentoring/asks/views/new-ask.tsx';
import { begunBefore, whyNotBegun } from '#app/mentoring/asks/words.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Ask for help');
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

const GIVEN = ['circle', 'note', 'passage', 'takeaway', 'commitment', 'card', 'to'] as const;

export const loader = viewerLoader(async ({ viewer, url }) => {
  const said = Object.fromEntries(GIVEN.map((name) => [name, url.searchParams.get(name) ?? '']));
  const from = sourceIn(said);
  const circleId = circleAt(viewer, said.circle ?? null);
  const source = from && (await sourceToBe(viewer, circleId, from));
  // What is not there, or not the viewer's to see, is begun from scratch.
  const given = Object.entries(said).filter(
    ([name, value]) => value && (source || name === 'circle' || name === 'to'),
  );
  return { source, given: Object.fromEntries(given), submissionKey: crypto.randomUUID() };
});

export const action = viewerAction(BeginAskSchema, async ({ viewer, form }) => {
  const { to, ...asked } = form;
  const begun = await beginAsk(viewer, asked);
  if (begun.ok) return redirect(`${addressOfDraft(begun.askId)}${meantFor(to)}`, 303);
  if (begun.reason !== 'saved-first') return refuse(whyNotBegun(begun.reason));
  const another = { ...form, submissionKey: crypto.randomUUID() };
  return refusedWith(another, { '': begunBefore }, { submissionKey: another.submissionKey });
});

/** Whom its link was about, for the page on which they are chosen. */
function meantFor(to: string): string {
  const reach = reachOf(to);
  if (reach?.kind !== 'person') return '';
  return `?${new URLSearchParams({ to: 'person', person: String(reach.personId) })}`;
}

export default function New() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<{ submissionKey?: string }>();
  return <NewAsk {...page} submissionKey={reply?.submissionKey ?? page.submissionKey} />;
}
