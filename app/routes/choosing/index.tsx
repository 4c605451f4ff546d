import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { runsNow } from '#app/access/membership.server.ts';
import { addressOfChoices } from '#app/choosing/addresses.ts';
import { choiceLine, choicesOf } from '#app/choosing/queries/choices.server.ts';
import { ChoicesView } from '#app/choosing/views/choices-view.tsx';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Choosing the next book');

export const loader = memberLoader(async ({ member }) => {
  const [choices, line] = await Promise.all([choicesOf(member), choiceLine(member)]);
  return {
    choices,
    line,
    path: addressOfChoices(member.circle.slug),
    runs: runsNow(member),
    clocks: clocksOf(member),
  };
});

export default function Choices() {
  return <ChoicesView {...useLoaderData<typeof loader>()} />;
}
