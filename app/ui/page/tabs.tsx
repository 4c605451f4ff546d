import { useLocation } from '@remix-run/react';
import { Link } from './link.tsx';

export interface TabsProps {
  /** what the pages are of */
  label: string;
  tabs: readonly { to: string; label: string }[];
}

/** Pages side by side, the current one marked: also from a page further in. */
export function Tabs({ label, tabs }: TabsProps) {
  const { pathname } = useLocation();
  const [current] = tabs
    .filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.to.length - a.to.length);
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              aria-current={tab !== current ? undefined : tab.to === pathname ? 'page' : 'true'}
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
