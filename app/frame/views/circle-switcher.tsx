import { addressOfCircle } from '#app/circles/addresses.ts';
import type { ShellViewer } from '#app/circles/rules/faces.ts';
import { Seats } from '#app/ui/drawings/seats.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Menu } from '#app/ui/page/menu.tsx';

export interface CircleSwitcherProps extends Pick<ShellViewer, 'circles' | 'hasMore'> {
  /** the slug of the circle whose page this is */
  current?: string;
}

/** My circles, each in its cloth, the way to the others and to a new one. */
export function CircleSwitcher({ circles, hasMore, current }: CircleSwitcherProps) {
  return (
    <Menu summary={<span>Circles</span>} current={current !== undefined}>
      {circles.length > 0 ? (
        <ul>
          {circles.map((circle) => (
            <li key={circle.slug} data-cloth={circle.cloth}>
              <Link
                to={addressOfCircle(circle.slug)}
                className="menu-item"
                aria-current={circle.slug === current ? 'true' : undefined}
              >
                <Seats taken={circle.taken} of={circle.seats} decorative />
                {circle.name}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="menu-note">You’re in no circle yet.</p>
      )}
      {hasMore && (
        <Link to="/circles" className="menu-item">
          All your circles
        </Link>
      )}
      <hr />
      <Link to="/circles" className="menu-item">
        Find a circle
      </Link>
      <Link to="/circles/new" className="menu-item">
        Start a circle
      </Link>
    </Menu>
  );
}
