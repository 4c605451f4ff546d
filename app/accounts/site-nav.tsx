import { NavLink } from '@remix-run/react';

const places = [
  { to: '/site', label: 'Settings', end: true },
  { to: '/site/people', label: 'People', end: false },
  { to: '/site/outbox', label: 'Outbox', end: false },
];

/** The way around the site's administration. */
export function SiteNav() {
  return (
    <nav aria-label="Administration" className="mb-8 flex gap-6 border-b border-rule">
      {places.map(({ to, label, end }) => (
        <NavLink
          key={to}
          to={to}
          end={end}
          className="-mb-px py-3 font-semibold text-ink-2 no-underline aria-[current=page]:border-b-2 aria-[current=page]:border-cloth aria-[current=page]:text-ink"
        >
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
