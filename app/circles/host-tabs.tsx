import { Link } from '@remix-run/react';

const tabs = [
  { key: 'people', label: 'In the circle', path: '/people' },
  { key: 'invitations', label: 'Invitations', path: '/invitations' },
  { key: 'requests', label: 'Requests', path: '/requests' },
  { key: 'waiting', label: 'Waiting list', path: '/waiting' },
] as const;

interface HostTabsProps {
  slug: string;
  current: (typeof tabs)[number]['key'];
}

/** The host's pages about people: who is in, and the ways in. */
export function HostTabs({ slug, current }: HostTabsProps) {
  return (
    <nav aria-label="People and ways in" className="mb-8 border-b border-rule">
      <ul className="flex flex-wrap gap-x-6">
        {tabs.map(({ key, label, path }) => (
          <li key={key}>
            <Link
              to={`/circles/${slug}${path}`}
              aria-current={key === current ? 'page' : undefined}
              className="inline-flex min-h-11 items-center border-b-3 border-transparent font-semibold text-ink-2 no-underline hover:text-ink aria-[current]:border-cloth aria-[current]:text-ink"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
