import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfTold } from '#app/mentoring/addresses.ts';
import { addressOfOneTold } from '#app/mentoring/told/addresses.ts';
import { takeBackTold } from '#app/mentoring/told/commands/take-back-told.server.ts';
import { myTold } from '#app/mentoring/told/queries/told.server.ts';
import { whyToldStays } from '#app/mentoring/words.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Take this back?');

export const loader = memberLoader(async ({ member, id }) => {
  const { slug } = member.circle;
  const mine = found(await myTold(member, id('told')));
  return { back: mine.takenBack ? addressOfTold(slug) : addressOfOneTold(slug, mine.id) };
});

export const action = memberAction(EmptySchema, async ({ member, id }) => {
  const outcome = await takeBackTold(member, id('told'));
  if (!outcome.ok) {
    found(await myTold(member, id('told')));
    return refuse({ '': whyToldStays[outcome.reason] });
  }
  return redirectWith(
    addressOfTold(member.circle.slug),
    'told-taken-back',
    `${member.circle.slug}/${id('told')}`,
  );
});

export default function TakeBackTold() {
  const { back } = useLoaderData<typeof loader>();
  return (
    <Question
      question="Take this back?"
      lede="Nobody else will see that it was there. You can bring it back."
      back={back}
    >
      <Button variant="primary">Take it back</Button>
    </Question>
  );
}
