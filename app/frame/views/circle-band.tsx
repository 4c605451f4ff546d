import type { ReactNode } from 'react';
import { addressOfCircle } from '#app/circles/addresses.ts';
import type { ShellCircle } from '#app/circles/rules/faces.ts';
import { Seats } from '#app/ui/drawings/seats.tsx';
import { Link } from '#app/ui/page/link.tsx';

const parts = [
  { label: 'Circle', path: '' },
  { label: 'Discussion', path: '/threads' },
  { label: 'Sessions', path: '/sessions' },
  { label: 'Reading', path: '/reading' },
  { label: 'People', path: '/people' },
];
const settings = { label: 'Settings', path: '/settings' };

/** 'page' on the part's own page, 'true' further in. */
function currentAt(pathname: string, home: string, path: string) {
  if (pathname === home + path) return 'page';
  if (path === '/people' && isWayIn(pathname.slice(home.length))) return 'true';
  if (path === '/reading' && /^\/choosing(\/|$)/.test(pathname.slice(home.length))) return 'true';
  return path !== '' && pathname.startsWith(`${home}${path}/`) ? 'true' : undefined;
}

/** Pages that are reached from the people's, without standing below it. */
const isWayIn = (path: string) =>
  /^\/(invitations|requests|waiting|join-link|agreement|leave)(\/|$)/.test(path);

interface PartsProps {
  circle: ShellCircle;
  pathname: string;
}

/** The rooms of a circle. On a phone they are the bar at the bottom. */
export function CircleParts({ circle, pathname }: PartsProps) {
  const home = addressOfCircle(circle.slug);
  const shown = circle.role === 'host' ? [...parts, settings] : parts;
  return (
    <nav className="subnav bottom" aria-label={circle.name}>
      <ul>
        {shown.map(({ label, path }) => (
          <li key={path} className={path === settings.path ? 'subnav-settings' : undefined}>
            <Link to={home + path} aria-current={currentAt(pathname, home, path)}>
              {label}
            </Link>
          </li>
        ))}
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
    <Link to={home + settings.path} className="band-settings">
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
