import type { ReactNode } from 'react';
import type { ShellCircle } from '#app/circles/rules/faces.ts';
import { CircleCard, CircleShelf } from '#app/circles/views/circle-card.tsx';
import { CircleRow } from '#app/circles/views/circle-row.tsx';
import { standing } from '#app/circles/words/circles.ts';
import { addressOfRequestWithdrawal, addressOfSeat } from '#app/joining/addresses.ts';
import type { Needs } from '#app/joining/queries/mine.server.ts';
import { When } from '#app/time/when.tsx';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Columns, Page, PageHead } from '#app/ui/page/page.tsx';
import { NeedsYou } from './needs-you.tsx';

interface HomeViewProps {
  name: string;
  timeZone: string;
  emailConfirmed: boolean;
  circles: readonly ShellCircle[];
  needs: Needs;
  /** rows about sessions that wait for an answer, under what needs the viewer */
  unanswered?: ReactNode;
  /** rows of what the viewer reads for now */
  reading?: ReactNode;
  /** per circle, by slug: when it meets next and what to read before */
  next: Record<string, ReactNode>;
}

/** Across my circles: what needs me, what is next, what to read. */
export function HomeView(props: HomeViewProps) {
  const { name, circles, needs, unanswered, reading, next, timeZone, emailConfirmed } = props;
  const waiting = needs.places.filter((place) => place.state === 'waiting');
  const outside = waiting.length > 0 || needs.asked.length > 0;
  const needing = (
    <NeedsYou needs={needs} timeZone={timeZone}>
      {unanswered}
    </NeedsYou>
  );
  if (circles.length === 0) {
    return (
      <Page>
        <PageHead
          title={`Welcome, ${name}`}
          lede={
            outside
              ? 'You’re in no circle yet. While you wait:'
              : 'You’re in no circle yet. There are three ways into one.'
          }
        />
        {needing}
        <FirstSteps emailConfirmed={emailConfirmed} />
        {outside && <Outside waiting={waiting} asked={needs.asked} timeZone={timeZone} />}
      </Page>
    );
  }
  return (
    <Page>
      <PageHead title="Your circles" />
      <Columns
        aside={
          <>
            {needing}
            {reading && (
              <Block title="To read">
                <ul className="rows">{reading}</ul>
              </Block>
            )}
          </>
        }
      >
        <CircleShelf>
          {circles.map((circle) => (
            <CircleCard key={circle.slug} circle={circle}>
              {next[circle.slug]}
            </CircleCard>
          ))}
        </CircleShelf>
        <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
          <Link to="/circles">Find another circle</Link>
          <Link to="/circles/new">Start a circle</Link>
        </p>
        {outside && <Outside waiting={waiting} asked={needs.asked} timeZone={timeZone} />}
      </Columns>
    </Page>
  );
}

interface OutsideProps {
  waiting: Needs['places'];
  asked: Needs['asked'];
  timeZone: string;
}

/** Circles the viewer stands in line for, or has asked. */
function Outside({ waiting, asked, timeZone }: OutsideProps) {
  return (
    <Block title="Waiting">
      <ul className="rows">
        {waiting.map((place) => (
          <CircleRow
            key={place.slug}
            circle={{ ...place, taken: place.members }}
            to={addressOfSeat(place.slug)}
          >
            {standing(place.ahead)}. We write to you when a seat is yours to take.
          </CircleRow>
        ))}
        {asked.map((request) => (
          <CircleRow
            key={request.slug}
            circle={request}
            action={
              <PostForm action={addressOfRequestWithdrawal(request.slug)}>
                <Hidden name="confirmed" value="yes" />
                <Button variant="quiet">Withdraw</Button>
              </PostForm>
            }
          >
            You asked for a seat on <When at={request.since} zone={timeZone} style="day" />; the
            answer comes by mail.
          </CircleRow>
        ))}
      </ul>
    </Block>
  );
}

/** For someone in no circle yet. */
function FirstSteps({ emailConfirmed }: { emailConfirmed: boolean }) {
  return (
    <ul className="ways">
      <li>
        <h2>Someone invites you</h2>
        <p>
          Open the link in their mail.{' '}
          {emailConfirmed
            ? 'An invitation to your address also shows up here.'
            : 'Once you’ve confirmed your address, invitations to it also show up here.'}
        </p>
      </li>
      <li>
        <h2>You find one</h2>
        <p>Some circles are listed, and you may ask for a seat.</p>
        <ButtonLink to="/circles">Find a circle</ButtonLink>
      </li>
      <li>
        <h2>You start one</h2>
        <p>Three people are enough, eight are good.</p>
        <ButtonLink to="/circles/new">Start a circle</ButtonLink>
      </li>
    </ul>
  );
}
