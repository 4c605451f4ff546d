import { Form, Link, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Menu } from '#app/ui/menu.tsx';
import { PersonMark } from '#app/ui/person-mark.tsx';
import { Mark } from '#app/ui/seats.tsx';
import { CircleBand } from './circle-band.tsx';
import { CircleSwitcher } from './circle-switcher.tsx';
import type { ShellCircle, ShellViewer } from './faces.ts';

export interface ShellProps {
  viewer: ShellViewer | null;
  circle: (ShellCircle & { timeZone: string }) | null;
  band: 'none' | 'crumb' | 'full';
  /** only the page: it draws its own top */
  bare?: boolean;
  siteName: string;
  /** the line under the circle's name in the full band */
  purpose?: ReactNode;
  /** what the last act did, above the page */
  notice?: ReactNode;
  children: ReactNode;
}

/** Everything around a page: the top bar, the circle's band, the ways to everywhere else. */
export function Shell(props: ShellProps) {
  const { viewer, circle, band, bare, siteName, purpose, notice, children } = props;
  const { pathname } = useLocation();
  const inCircle = circle !== null && band !== 'none';
  const hasBottom = viewer !== null && !bare;
  return (
    <div
      className={`shell${inCircle ? ' in-circle' : ''}${hasBottom ? ' has-bottom' : ''}`}
      data-cloth={circle?.cloth}
    >
      <a className="skip" href="#content">
        Skip to the page
      </a>
      {bare ? null : (
        <header className={inCircle ? 'bind' : undefined}>
          <div className="top">
            <div className="top-row">
              <Link to="/" className="word" aria-label={siteName}>
                <Mark />
                <span className="word-text">{siteName}</span>
              </Link>
              {viewer ? (
                <ViewerNav
                  viewer={viewer}
                  pathname={pathname}
                  circle={circle?.slug}
                  bottom={!inCircle}
                />
              ) : (
                pathname !== '/sign-in' && (
                  <Link to="/sign-in" className="nav-link">
                    <span>Sign in</span>
                  </Link>
                )
              )}
            </div>
          </div>
          {inCircle && (
            <CircleBand circle={circle} band={band} pathname={pathname} purpose={purpose} />
          )}
        </header>
      )}
      <main id="content" tabIndex={-1}>
        {notice && <div className="notices">{notice}</div>}
        {children}
      </main>
    </div>
  );
}

interface ViewerNavProps {
  viewer: ShellViewer;
  pathname: string;
  circle: string | undefined;
  /** on a phone, at the bottom; inside a circle that place belongs to the circle's parts */
  bottom: boolean;
}

function ViewerNav({ viewer, pathname, circle, bottom }: ViewerNavProps) {
  return (
    <>
      <nav className={bottom ? 'main-nav bottom' : 'main-nav'} aria-label="Main">
        <Link
          to="/"
          className="nav-link home-link"
          aria-current={pathname === '/' ? 'page' : undefined}
        >
          <span>Home</span>
        </Link>
        <CircleSwitcher circles={viewer.circles} current={circle} />
        <Link
          to="/cards"
          className="nav-link"
          aria-current={
            pathname === '/cards' ? 'page' : pathname.startsWith('/cards/') ? 'true' : undefined
          }
        >
          <span>Cards</span>
        </Link>
      </nav>
      <AccountMenu viewer={viewer} />
    </>
  );
}

function AccountMenu({ viewer }: { viewer: ShellViewer }) {
  return (
    <Menu
      className="account-menu"
      label={`${viewer.name}: account`}
      summary={<PersonMark name={viewer.name} />}
    >
      <p className="menu-note">{viewer.name}</p>
      <Link to="/account" className="menu-item">
        Account
      </Link>
      {viewer.siteAdmin && (
        <Link to="/site" className="menu-item">
          Site
        </Link>
      )}
      <hr />
      <Form method="post" action="/sign-out">
        <button type="submit" className="menu-item">
          Sign out
        </button>
      </Form>
    </Menu>
  );
}
