import type { ShellViewer } from '#app/circles/rules/faces.ts';
import { accountWays, currentAt, mainWays } from '#app/frame/nav.ts';
import { apart } from '#app/ui/apart.ts';
import { initialsOf, PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { ForgettingForm } from '#app/ui/forms/forgetting-form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Menu } from '#app/ui/page/menu.tsx';
import { CircleSwitcher } from './circle-switcher.tsx';
import { useUnread } from './unread.ts';

interface ViewerNavProps {
  viewer: ShellViewer;
  pathname: string;
  circle: string | undefined;
  /** on a phone, at the bottom; inside a circle that place belongs to the circle's parts */
  bottom: boolean;
}

/** The ways to what is the viewer’s own, and to their circles. */
export function ViewerNav({ viewer, pathname, circle, bottom }: ViewerNavProps) {
  const { unread, grew } = useUnread(viewer);
  return (
    <>
      <nav className={bottom ? 'main-nav bottom' : 'main-nav'} aria-label="Main">
        <Link to="/" className="nav-link far" aria-current={pathname === '/' ? 'page' : undefined}>
          <span>Home</span>
        </Link>
        <CircleSwitcher {...viewer} current={circle} />
        {mainWays.map(({ label, to, also, count }) => (
          <Link
            key={label}
            to={to}
            className={count ? 'nav-link' : 'nav-link far'}
            aria-current={currentAt(pathname, to, also)}
          >
            <span>{label}</span>
            {count && unread > 0 && (
              <b className="count">
                {unread > 99 ? '99+' : unread}
                <i className="sr-only"> new</i>
              </b>
            )}
          </Link>
        ))}
        <i className="sr-only" role="status">
          {grew && `${unread} new`}
        </i>
      </nav>
      <AccountMenu viewer={viewer} />
    </>
  );
}

/** On a phone, a circle's parts take the place of these ways. */
const nearWays = mainWays.filter(({ count }) => !count);

function AccountMenu({ viewer }: { viewer: ShellViewer }) {
  return (
    <Menu
      className="account-menu"
      label={`${initialsOf(viewer.name)}, ${apart(viewer.name)}: account`}
      summary={<PersonMark name={viewer.name} />}
    >
      <p className="menu-note">{viewer.name}</p>
      {nearWays.map(({ label, to }) => (
        <Link key={label} to={to} className="menu-item near">
          {label}
        </Link>
      ))}
      {accountWays.map(
        ({ label, to, forSiteAdmins }) =>
          (viewer.siteAdmin || !forSiteAdmins) && (
            <Link key={label} to={to} className="menu-item">
              {label}
            </Link>
          ),
      )}
      <hr />
      <ForgettingForm owner={viewer.id} action="/sign-out">
        <button type="submit" className="menu-item">
          Sign out
        </button>
      </ForgettingForm>
    </Menu>
  );
}
