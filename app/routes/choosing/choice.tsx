import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { asFacilitator, runsNow } from '#app/access/membership.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfChoice, addressOfChoices } from '#app/choosing/addresses.ts';
import styles from '#app/choosing/choosing.css?url';
import { settledChoice } from '#app/choosing/commands/settle-choice.server.ts';
import type { ChoiceView } from '#app/choosing/queries/choice-view.ts';
import { startDefaults } from '#app/choosing/queries/start-defaults.server.ts';
import { ChoicePage } from '#app/choosing/views/choice-page.tsx';
import { StartReadingForm } from '#app/choosing/views/start-reading-form.tsx';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { addressOfReadings } from '#app/reading/addresses.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled<{ choice: ChoiceView }>(
  ({ choice }) => choice.result?.winner?.title ?? 'Which book next?',
);

export const loader = memberLoader(async ({ member, viewer, id, peek }) => {
  const [choice] = await Promise.all([
    settledChoice(member, id('choice')).then(found),
    markRead({ viewer, peek }, member.circle.slug, [`choice:${id('choice')}`]),
  ]);
  const facilitator = runsNow(member) ? asFacilitator(member) : null;
  const winner = choice.result?.readingId === null ? choice.result.winner : null;
  const { slug } = member.circle;
  return {
    choice,
    start: facilitator && winner && (await startDefaults(facilitator, winner)),
    all: addressOfChoices(slug),
    path: addressOfChoice(slug, choice.id),
    reading: addressOfReadings(slug),
    me: member.personId,
    role: member.role,
    clocks: clocksOf(member),
  };
});

export default function OneChoice() {
  const { start, ...page } = useLoaderData<typeof loader>();
  return (
    <ChoicePage
      {...page}
      start={start && <StartReadingForm action={`${page.path}/reading`} {...start} />}
    />
  );
}
