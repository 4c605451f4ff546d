import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { ConfirmedSchema } from '#app/circles/forms.ts';
import { APART } from '#app/mentoring/addresses.ts';
import { liftBlock } from '#app/mentoring/apart/commands/lift-block.server.ts';
import { nameOfBlocked } from '#app/mentoring/apart/queries/apart-page.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Lift the block?');

export const loader = viewerLoader(async ({ viewer, id }) => ({
  name: found(await nameOfBlocked(viewer, id('blocked'))),
}));

export const action = viewerAction(ConfirmedSchema, async ({ viewer, id }) => {
  const lifted = await liftBlock(viewer, id('blocked'));
  return redirectWith(APART, lifted ? 'block-lifted' : 'block-none');
});

export default function LiftBlock() {
  const { name } = useLoaderData<typeof loader>();
  return (
    <Asking
      title={`Lift the block on ${apart(name)}?`}
      yes="Lift it"
      back={{ to: APART, label: 'Leave it' }}
    >
      You can ask and answer one another again. What ended when you blocked them stays ended, and
      they are told nothing.
    </Asking>
  );
}
