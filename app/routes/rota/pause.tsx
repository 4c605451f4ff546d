import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfRota } from '#app/series/rota/addresses.ts';
import { pauseTurns } from '#app/series/rota/commands/pause.server.ts';
import { PauseSchema } from '#app/series/rota/forms.ts';
import { todayIn } from '#app/time/days.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('No turn for now');

export const loader = memberLoader(({ member: { circle } }) => ({
  back: addressOfRota(circle.slug),
  today: todayIn(circle.timeZone, new Date()),
}));

/** Gives oneself no turn for a while. */
export const action = memberAction(PauseSchema, async ({ member, form }) => {
  const { slug } = member.circle;
  await pauseTurns(member, form);
  return redirectWith(addressOfRota(slug), 'turns-paused', slug);
});

export default function PauseTurns() {
  const { back, today } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        title="No turn for now"
        lede="You are given none until you are back. Nobody is told, and what you have already stays yours."
      />
      <PostForm>
        <Field
          name="until"
          label="Until"
          type="date"
          min={today}
          hint="Leave it empty until you know."
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">Give me none</Button>
          <ButtonLink to={back} variant="quiet">
            Leave it
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
