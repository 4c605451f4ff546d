import { Fragment, type ReactNode } from 'react';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { CircleCard } from '#app/circles/views/circle-card.tsx';
import { type ByRoom, partsInPlace } from '#app/frame/by-room.ts';
import type { Part } from '#app/frame/slots.ts';
import { apart } from '#app/ui/apart.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Page, PageHead } from '#app/ui/page/page.tsx';
import { type HomeCircles, slots } from './home-circles.ts';

const needs = partsInPlace(slots, (of) => of.needs);
const fresh = partsInPlace(slots, (of) => of.fresh);
const reading = partsInPlace(slots, (of) => of.reading);
const card = partsInPlace(slots, (of) => of.card);
const line = partsInPlace(slots, (of) => of.line);
const own = partsInPlace(slots, (of) => of.own);
const below = partsInPlace(slots, (of) => of.below);
const waiting = partsInPlace(slots, (of) => of.waiting);

interface HomeViewProps {
  name: string;
  emailConfirmed: boolean;
  siteAdmin: boolean;
  circles: HomeCircles;
  loaded: ByRoom<unknown>;
  /** the viewer's; now: ISO, the loader's */
  clocks: { now: string; zone: string };
}

/** Across my circles: what is next, what needs me, what is new, what to read. */
export function HomeView(props: HomeViewProps) {
  const { name, emailConfirmed, siteAdmin, circles, loaded, clocks } = props;
  const rowsOf = (place: readonly (Part<never> & { room: string })[], more: object = {}) =>
    place.flatMap(({ room, order, show }) => {
      const shown = show({ loaded: loaded[room], clocks, ...more } as never);
      return shown ? [<Fragment key={order}>{shown}</Fragment>] : [];
    });
  const needing = <Rows title="Needs you">{rowsOf(needs)}</Rows>;
  const [read, theirs] = [rowsOf(reading), rowsOf(own)];
  // One column: what is theirs alone stands below what they read.
  const toRead = read.length + theirs.length > 0 && (
    <div>
      <Rows title="To read">{read}</Rows>
      {theirs}
    </div>
  );
  const outside = <Rows title="Waiting">{rowsOf(waiting)}</Rows>;
  const { covers, others, archived } = circles;
  if (covers.length + archived.length === 0) {
    return (
      <Page>
        <PageHead title={`Welcome, ${apart(name)}`} lede={welcome(siteAdmin)} />
        {needing}
        <FirstSteps emailConfirmed={emailConfirmed} siteAdmin={siteAdmin} />
        {outside}
        {theirs}
        {rowsOf(below)}
      </Page>
    );
  }
  return (
    <Page>
      <h1 className="sr-only">What is next</h1>
      <ul className="shelf shelf-next">
        {covers.map((circle, at) => (
          <CircleCard key={circle.slug} circle={circle}>
            {rowsOf(card, { circle, isFirst: at === 0 })}
          </CircleCard>
        ))}
      </ul>
      {others.length > 0 && (
        <ul className="home-ways" aria-label="Your other circles">
          {others.map((circle) => (
            <li key={circle.slug}>
              <Link to={addressOfCircle(circle.slug)}>{circle.name}</Link>
              {rowsOf(line, { circle })}
            </li>
          ))}
        </ul>
      )}
      <div className="home-parts">
        {needing}
        <Rows title="New to you">{rowsOf(fresh)}</Rows>
        {toRead}
        {outside}
      </div>
      {rowsOf(below)}
      <p className="home-ways">
        {archived.map(({ slug, name }) => (
          <Link key={slug} to={addressOfCircle(slug)}>
            {name} (archived)
          </Link>
        ))}
        <Link to="/circles">Find another circle</Link>
        <Link to="/circles/new">Start a circle</Link>
      </p>
    </Page>
  );
}

const welcome = (siteAdmin: boolean) =>
  siteAdmin
    ? 'The place is yours. Start the first circle and invite the people you want to read with.'
    : 'You’re in no circle yet. There are three ways into one.';

/** Draws nothing when there is no row. */
function Rows({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <Block title={title}>
      <ul className="rows">{children}</ul>
    </Block>
  );
}

/** For someone in no circle yet: who runs the site begins one, others are mostly invited. */
function FirstSteps({
  emailConfirmed,
  siteAdmin,
}: Pick<HomeViewProps, 'emailConfirmed' | 'siteAdmin'>) {
  const start = (
    <li key="start">
      <h2>You start one</h2>
      <p>Three people are enough, eight are good.</p>
      <ButtonLink to="/circles/new" variant={siteAdmin ? 'primary' : 'plain'}>
        Start a circle
      </ButtonLink>
    </li>
  );
  return (
    <ul className="ways">
      {siteAdmin && start}
      <li>
        <h2>Someone invites you</h2>
        <p>
          Open the link they send you.{' '}
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
      {!siteAdmin && start}
    </ul>
  );
}
