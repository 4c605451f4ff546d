import type { LinksFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfChoice } from '#app/choosing/addresses.ts';
import { castBallot, takeBackBallot } from '#app/choosing/ballot/commands/cast-ballot.server.ts';
import { BallotForm } from '#app/choosing/ballot/views/ballot-form.tsx';
import { SavedBallot } from '#app/choosing/ballot/views/saved-ballot.tsx';
import styles from '#app/choosing/choosing.css?url';
import { settledChoice } from '#app/choosing/commands/settle-choice.server.ts';
import { BallotSchema } from '#app/choosing/forms.ts';
import type { ChoiceView } from '#app/choosing/queries/choice-view.ts';
import { ClosedNow } from '#app/choosing/views/closed-now.tsx';
import { overWords, rankedMeanwhile } from '#app/choosing/words/refusals.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { refuse, refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'Rank the books';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled(TITLE);

export const loader = memberLoader(async ({ member, viewer, id, peek }) => {
  const [choice] = await Promise.all([
    settledChoice(member, id('choice')).then(found),
    markRead({ viewer, peek }, member.circle.slug, [`choice:${id('choice')}`]),
  ]);
  const back = addressOfChoice(member.circle.slug, choice.id);
  const { state, proposals, mine } = choice;
  return { isOpen: state === 'open', choice: { proposals, mine }, back };
});

export const action = memberAction(BallotSchema, async ({ member, form, id }) => {
  if (form.next) return shownAgain(form.next);
  const choiceId = id('choice');
  const path = addressOfChoice(member.circle.slug, choiceId);
  if (form.ranking === null) {
    const taken = await takeBackBallot(member, choiceId);
    if (taken.ok) return redirectWith(path, 'ballot-taken-back');
    found(taken.reason === 'gone' ? null : true);
    return refuse({ '': overWords });
  }
  const cast = await castBallot(member, choiceId, form);
  if (cast.ok) return redirectWith(path, 'ballot-cast');
  if (cast.reason === 'over') return refuse({ '': overWords });
  if (cast.reason === 'not-standing') {
    const gone = 'A book you ranked was withdrawn meanwhile. The others are as you put them.';
    return refuse({ '': gone });
  }
  const choice = found(cast.reason === 'gone' ? null : await settledChoice(member, choiceId));
  return refusedWith(
    { ...form.draft, version: String(choice.mine?.version ?? 0) },
    { '': rankedMeanwhile },
    { saved: choice.mine },
  );
});

export default function Ballot() {
  const { isOpen, choice, back } = useLoaderData<typeof loader>();
  const saved = (useActionData() as { saved?: ChoiceView['mine'] } | undefined)?.saved;
  return (
    <ClosedNow isOpen={isOpen} title={TITLE} back={back}>
      <Page width="narrow">
        <PageHead
          title={TITLE}
          lede="Nobody sees how you rank, not even the host. You can change it until it closes."
        />
        {saved && <SavedBallot mine={saved} proposals={choice.proposals} />}
        <BallotForm choice={choice} back={back} />
      </Page>
    </ClosedNow>
  );
}
