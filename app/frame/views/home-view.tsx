import { Fragment, type ReactNode } from 'react';
import type { ShellCircle } from '#app/circles/rules/faces.ts';
import { CircleCard, CircleShelf } from '#app/circles/views/circle-card.tsx';
import { type ByRoom, byRoom, partsInPlace } from '#app/frame/by-room.ts';
import type { HomeSlots, Part } from '#app/frame/slots.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Columns, Page, PageHead } from '#app/ui/page/page.tsx';

const slots = byRoom(
  import.meta.glob<HomeSlots<never>>('/app/*/slots/home.tsx', { eager: true, import: 'slots' }),
);
const needs = partsInPlace(slots, (of) => of.needs);
const reading = partsInPlace(slots, (of) => of.reading);
const card = partsInPlace(slots, (of) => of.card);
const waiting = partsInPlace(slots, (of) => of.waiting);

interface HomeViewProps {
  name: string;
  emailConfirmed: boolean;
  circles: readonly ShellCircle[];
  loaded: ByRoom<unknown>;
  /** the viewer's; now: ISO, the loader's */
  clocks: { now: string; zone: string };
}

/** Across my circles: what needs me, what is next, what to read. */
export function HomeView({ name, emailConfirmed, circles, loaded, clocks }: HomeViewProps) {
  const rowsOf = (place: readonly (Part<never> & { room: string })[], more: object = {}) =>
    place.flatMap(({ room, order, show }) => {
      const shown = show({ loaded: loaded[room], clocks, ...more } as never);
      return shown ? [<Fragment key={order}>{shown}</Fragment>] : [];
    });
  const needing = <Rows title="Needs you">{rowsOf(needs)}</Rows>;
  const outside = rowsOf(waiting);
  if (circles.length === 0) {
    return (
      <Page>
        <PageHead
          title={`Welcome, ${name}`}
          lede={
            outside.length > 0
              ? 'You’re in no circle yet. While you wait:'
              : 'You’re in no circle yet. There are three ways into one.'
          }
        />
        {needing}
        <FirstSteps emailConfirmed={emailConfirmed} />
        <Rows title="Waiting">{outside}</Rows>
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
            <Rows title="To read">{rowsOf(reading)}</Rows>
          </>
        }
      >
        <CircleShelf>
          {arranged(circles, loaded).map((circle) => (
            <CircleCard key={circle.slug} circle={circle}>
              {rowsOf(card, { circle })}
            </CircleCard>
          ))}
        </CircleShelf>
        <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
          <Link to="/circles">Find another circle</Link>
          <Link to="/circles/new">Start a circle</Link>
        </p>
        <Rows title="Waiting">{outside}</Rows>
      </Columns>
    </Page>
  );
}

/** The circles that a room puts first come first. */
function arranged(circles: readonly ShellCircle[], loaded: ByRoom<unknown>) {
  const first = Object.entries(slots).flatMap(
    ([room, of]) => of.first?.(loaded[room] as never) ?? [],
  );
  const before = first.flatMap((slug) => circles.filter((circle) => circle.slug === slug));
  return [...new Set([...before, ...circles])];
}

/** Draws nothing when there is no row. */
function Rows({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <Block title={title}>
      <ul className="rows">{children}</ul>
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
