import type { RoundView } from '#app/mentoring/rounds/queries/round-view.ts';
import { dayAndTime } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Block, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { HelpingList } from './helping-list.tsx';
import type { RoundPageProps } from './round-page.tsx';

interface RoundClosedProps extends RoundPageProps {
  round: NonNullable<RoundView['round']>;
  path: string;
  session: string;
}

/** What came of it: who helps whom, and what is still open. */
export function RoundClosed({ view, round, path, session, clocks }: RoundClosedProps) {
  const looking = round.turns.filter(({ closed, offers }) => !closed && offers.length === 0);
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={dayAndTime(view.startsAt, clocks.zone, clocks.now)}
        title="Who helps whom"
        lede={
          round.turns.length === 0
            ? 'Nobody asked this time.'
            : round.helping.length === 0
              ? 'Nobody has taken one up yet. What was asked stays open.'
              : undefined
        }
        actions={<ButtonLink to={session}>The session</ButtonLink>}
      />
      <HelpingList helping={round.helping} />
      {looking.length > 0 && (
        <Block title="Still open">
          <Rows>
            {looking.map(({ personId, name, title }) => (
              <Row key={personId} title={title ?? `An ask of ${apart(name)}`} meta={apart(name)} />
            ))}
          </Rows>
        </Block>
      )}
      {view.may.lead && view.may.reopen && (
        <PostForm action={`${path}/reopening`} className="mt-8">
          <Button variant="quiet" className="-ml-2">
            Go on with the round
          </Button>
        </PostForm>
      )}
    </Page>
  );
}
