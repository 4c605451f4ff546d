import { useLocation } from '@remix-run/react';
import { type ReactNode, useRef } from 'react';
import type { ShellCircle, ShellViewer } from '#app/circles/rules/faces.ts';
import { useArrival } from '#app/ui/document/arrival.ts';
import { useVisits } from '#app/ui/document/visits.ts';
import { Mark, Seats } from '#app/ui/drawings/seats.tsx';
import { ShutContext } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { WaitingLine } from '#app/ui/page/waiting-line.tsx';
import { ArchivedLine, CircleBand } from './circle-band.tsx';
import { ViewerNav } from './viewer-nav.tsx';

export interface ShellProps {
  viewer: ShellViewer | null;
  circle: (ShellCircle & { timeZone: string }) | null;
  band: 'none' | 'crumb' | 'full';
  siteName: string;
  /** bare: the page draws its own; cover: a visitor arrives beside the cloth */
  kind?: 'bare' | 'cover';
  /** the line under the circle's name in the full band */
  purpose?: ReactNode;
  /** what the last act did */
  notice?: ReactNode;
  /** what is to be known on this page, above it */
  remark?: ReactNode;
  children: ReactNode;
}

/** Everything around a page: the top bar, the circle's band, the ways to everywhere else. */
export function Shell({ notice, remark, children, ...props }: ShellProps) {
  const { viewer, circle, band, kind } = props;
  const { pathname } = useLocation();
  const content = useRef<HTMLElement>(null);
  useArrival(content);
  const visits = useVisits();
  const covered = kind === 'cover' && viewer === null;
  const kinds = [
    'shell',
    circle && band !== 'none' ? 'in-circle' : '',
    viewer && kind !== 'bare' ? 'has-bottom' : '',
    covered ? 'shell-cover' : '',
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it hears the clicks of its links, which keys make too
    // biome-ignore lint/a11y/noStaticElementInteractions: it does nothing itself
    <div className={kinds.filter(Boolean).join(' ')} data-cloth={circle?.cloth} onClick={visits}>
      <a className="skip" href="#content">
        Skip to the page
      </a>
      {covered && <CoverSide siteName={props.siteName} />}
      {!covered && kind !== 'bare' && <ShellHead {...props} pathname={pathname} />}
      <main id="content" tabIndex={-1} ref={content}>
        <div className="notices" role="status">
          {notice}
          <WaitingLine />
        </div>
        {remark && <div className="page-remark">{remark}</div>}
        {circle?.archived ? (
          <ShutContext.Provider value>
            <ArchivedLine circle={circle} />
            {children}
          </ShutContext.Provider>
        ) : (
          children
        )}
      </main>
    </div>
  );
}

function Word({ siteName }: { siteName: string }) {
  return (
    <Link to="/" className="word" aria-label={siteName}>
      <Mark />
      <span className="word-text">{siteName}</span>
    </Link>
  );
}

function CoverSide({ siteName }: { siteName: string }) {
  return (
    <header className="cover-side bind">
      <Word siteName={siteName} />
      <div className="cover-words">
        <Seats taken={7} of={8} size="huge" decorative />
        <p className="cover-line">
          Read together. <br />
          Ask for help.
        </p>
        <p className="cover-more">Small circles of people who lead, one book at a time.</p>
      </div>
    </header>
  );
}

type ShellHeadProps = Omit<ShellProps, 'children' | 'notice' | 'remark'> & { pathname: string };

function ShellHead({ viewer, circle, band, siteName, purpose, pathname }: ShellHeadProps) {
  const inCircle = circle !== null && band !== 'none';
  const onCover = viewer === null && pathname === '/';
  return (
    <header className={inCircle ? 'bind' : onCover ? 'bind bind-open' : undefined}>
      <div className="top">
        <div className="top-row">
          <Word siteName={siteName} />
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
      {inCircle && <CircleBand circle={circle} band={band} pathname={pathname} purpose={purpose} />}
    </header>
  );
}
