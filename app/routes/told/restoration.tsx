import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfTold } from '#app/mentoring/addresses.ts';
import { addressOfOneTold } from '#app/mentoring/told/addresses.ts';
import { restoreTold } from '#app/mentoring/told/commands/take-back-told.server.ts';
import { myTold } from '#app/mentoring/told/queries/told.server.ts';
import { whyToldStays } from '#app/mentoring/words.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Bring this back?');

export const loader = memberLoader(async ({ member, id }) => {
  const { slug } = member.circle;
  const mine = found(await myTold(member, id('told')));
  return { back: mine.takenBack ? addressOfTold(slug) : addressOfOneTold(slug, mine.id) };
});

export const action = memberAction(EmptySchema, async ({ member, id }) => {
  const outcome = await restoreTold(member, id('told'));
  if (!outcome.ok) {
    found(await myTold(member, id('told')));
    return refuse({ '': whyToldStays[outcome.reason] });
  }
  return redirectWith(addressOfOneTold(member.circle.slug, id('told')), 'told-restored');
});

export default function BringToldBack() {
  const { back } = useLoaderData<typeof loader>();
  return (
    <Question
      question="Bring this back?"
      lede="Everyone in the circle can read it again."
      back={back}
    >
      <Button variant="primary">Bring it back</Button>
    </Question>
  );
}
