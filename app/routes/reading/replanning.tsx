import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfReading } from '#app/reading/addresses.ts';
import { replanReading } from '#app/reading/plan/commands/replan-reading.server.ts';
import { ReplanSchema } from '#app/reading/plan/forms/replan.ts';
import styles from '#app/reading/plan/plan.css?url';
import { replanning } from '#app/reading/plan/queries/replanning.server.ts';
import { ReplanView } from '#app/reading/plan/views/replan-view.tsx';
import { overlapWords } from '#app/reading/words.ts';
import { sessionDays } from '#app/sessions/queries/session-days.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('Plan the rest anew');

export const loader = facilitatorLoader(async ({ facilitator, id, url }) => {
  const upTo = url.searchParams.get('upTo');
  const drop = url.searchParams.getAll('drop');
  const ask = {
    upTo: upTo === null ? null : Number(upTo) || 0,
    dropped: drop.length === 0 ? null : drop.map(Number).filter(Boolean),
  };
  const sessions = await sessionDays(facilitator);
  const rest = found(await replanning(facilitator, id('reading'), ask, sessions));
  const { reading, readUpTo, reached, open, dropped, outcomes } = rest;
  return {
    title: reading.book.title,
    version: reading.version,
    back: addressOfReading(facilitator.circle.slug, reading.id),
    readUpTo,
    reached,
    open,
    dropped,
    outcomes: outcomes.map(({ plan, ...shown }) => ({
      ...shown,
      reason: plan.ok ? null : plan.reason,
    })),
  };
});

export const action = facilitatorAction(ReplanSchema, async ({ facilitator, form, id, url }) => {
  const readingId = id('reading');
  const { choice, upTo, drop: dropped, version, seen } = form;
  const sessions = await sessionDays(facilitator);
  const rest = found(await replanning(facilitator, readingId, { upTo, dropped }, sessions));
  const stale = () => redirectWith(`${url.pathname}${url.search}`, 'replanning-stale');
  const outcome = rest.outcomes.find((one) => one.choice === choice);
  if (!outcome?.plan.ok || outcome.seen !== seen) return stale();
  const { milestones, endsOn, wrapOn, optionalIds } = outcome.plan;
  const changed = await replanReading(facilitator, readingId, {
    startsOn: rest.reading.startsOn,
    endsOn,
    milestones,
    terms: { ...rest.terms, wrapOn, optionalIds },
    version,
  });
  if (changed.ok) {
    const { slug } = facilitator.circle;
    const param = `${slug}/${readingId}/${changed.version}`;
    return redirectWith(addressOfReading(slug, readingId), 'reading-replanned', param);
  }
  if (changed.reason === 'overlaps') return refuse({ '': overlapWords(changed) });
  if (changed.reason === 'unsound') {
    return refuse({ '': Object.values(changed.problems)[0] ?? 'This plan cannot be.' });
  }
  return stale();
});

export default function Replanning() {
  return <ReplanView {...useLoaderData<typeof loader>()} />;
}
