import type { ReactNode } from 'react';
import { addressOfCircle, addressOfReopening, addressOfSettings } from '#app/circles/addresses.ts';
import type { ShellCircle } from '#app/circles/rules/faces.ts';
import { circleWays, currentAt, pagesWithin } from '#app/frame/nav.ts';
import { Seats } from '#app/ui/drawings/seats.tsx';
import { Link } from '#app/ui/page/link.tsx';

interface PartsProps {
  circle: ShellCircle;
  pathname: string;
}

/** The rooms of a circle. On a phone they are the bar at the bottom. */
function CircleParts({ circle: { slug, name, role }, pathname }: PartsProps) {
  const home = addressOfCircle(slug);
  const settings = addressOfSettings(slug);
  // Every page of the circle stands below its own.
  const current = (to: string) =>
    to === home && pathname !== home ? undefined : currentAt(pathname, to, pagesWithin(to, slug));
  return (
    <nav className="subnav bottom" aria-label={name}>
      <ul>
        {circleWays.map(({ label, to }) => (
          <li key={label}>
            <Link to={to(slug)} aria-current={current(to(slug))}>
              {label}
            </Link>
          </li>
        ))}
        {role === 'host' && (
          <li className="subnav-settings">
            <Link to={settings} aria-current={current(settings)}>
              Settings
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

interface BandProps extends PartsProps {
  band: 'crumb' | 'full';
  purpose?: ReactNode;
}

/** The circle's name on its cloth: large on its own page, a crumb elsewhere. */
export function CircleBand({ circle, band, pathname, purpose }: BandProps) {
  const home = addressOfCircle(circle.slug);
  const hostLink = circle.role === 'host' && (
    <Link to={addressOfSettings(circle.slug)} className="band-settings">
      Settings
    </Link>
  );
  if (band === 'full') {
    return (
      <>
        <div className="band band-full">
          <Seats taken={circle.taken} of={circle.seats} size="big" />
          <div className="band-name">
            <h1>{circle.name}</h1>
            {purpose && <p>{purpose}</p>}
            {hostLink}
          </div>
        </div>
        <CircleParts circle={circle} pathname={pathname} />
      </>
    );
  }
  return (
    <div className="crumb-row">
      <div className="band band-crumb">
        <Link to={home} className="crumb">
          <Seats taken={circle.taken} of={circle.seats} decorative />
          {circle.name}
        </Link>
        {hostLink}
      </div>
      <CircleParts circle={circle} pathname={pathname} />
    </div>
  );
}

/** On every page of a circle that is archived. */
export function ArchivedLine({ circle: { slug, role } }: { circle: ShellCircle }) {
  return (
    <div className="page-remark">
      <p className="font-semibold">
        This circle is archived: everything can be read, and nothing added.{' '}
        {role === 'host' && <Link to={addressOfReopening(slug)}>Bring it back</Link>}
      </p>
    </div>
  );
}
