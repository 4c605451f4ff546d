import type { ListedCircle } from '#app/circles/queries/listed-circles.server.ts';
import type { ShellCircle } from '#app/circles/rules/faces.ts';
import { roleNames, seatsWords } from '#app/circles/words/circles.ts';
import { addressOfAbout } from '#app/joining/addresses.ts';
import { zoneCity } from '#app/time/zones.ts';
import { Seats } from '#app/ui/drawings/seats.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Chip, Empty, Page, PageHead } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { CircleCard, CircleShelf } from './circle-card.tsx';

interface CirclesViewProps {
  mine: readonly (ShellCircle & { timeZone: string })[];
  listed: readonly ListedCircle[];
  first: boolean;
  older: string | null;
}

export function CirclesView({ mine, listed, first, older }: CirclesViewProps) {
  return (
    <Page>
      <PageHead
        title="Circles"
        lede="Small groups that read a book together, meet, and help one another."
        actions={
          <ButtonLink to="/circles/new" variant="primary">
            Start a circle
          </ButtonLink>
        }
      />
      {mine.length > 0 && (
        <Block title="Yours">
          <CircleShelf>
            {mine.map((circle) => (
              <CircleCard key={circle.slug} circle={circle}>
                {roleNames[circle.role]} · {circle.taken} of {circle.seats} seats taken
              </CircleCard>
            ))}
          </CircleShelf>
        </Block>
      )}
      <Block title={mine.length > 0 || !first ? 'You may ask for a seat' : undefined}>
        {listed.length > 0 ? (
          <ul className="mt-5 grid gap-10 lg:grid-cols-2 lg:gap-x-16">
            {listed.map((circle) => (
              <Listed key={circle.slug} circle={circle} />
            ))}
          </ul>
        ) : (
          <Empty
            title={
              mine.length > 0 ? 'No other circle is listed just now' : 'No circle is listed yet'
            }
          >
            Most circles are private: someone in one sends you an invitation. You can also start
            your own, with three people or twelve.
          </Empty>
        )}
        <Pager older={older} newer={first ? null : '/circles'} />
      </Block>
    </Page>
  );
}

function Listed({ circle }: { circle: ListedCircle }) {
  return (
    <li data-cloth={circle.cloth} className="listed">
      <div className="bind book">
        <Seats taken={circle.seats - circle.free} of={circle.seats} decorative />
      </div>
      <div className="min-w-0">
        <h3>
          <Link to={addressOfAbout(circle.slug)} className="text-ink no-underline hover:underline">
            {circle.name}
          </Link>
        </h3>
        {circle.purpose && <p className="mt-1 font-serif">{circle.purpose}</p>}
        <p className="mt-2 text-sm text-ink-2">
          {circle.reading && (
            <>
              Reading <cite>{circle.reading}</cite> ·{' '}
            </>
          )}
          {seatsWords(circle)} · {zoneCity(circle.timeZone)}
        </p>
        {(circle.asked || circle.inLine) && (
          <p className="mt-2">
            <Chip>{circle.inLine ? 'You’re in line' : 'You’ve asked for a seat'}</Chip>
          </p>
        )}
      </div>
    </li>
  );
}
