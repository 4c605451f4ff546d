import { MAIL } from '#app/site/addresses.ts';
import { Tabs } from '#app/ui/page/tabs.tsx';

/** The way around the site's administration. */
export function SiteNav() {
  return (
    <Tabs
      label="Administration"
      tabs={[
        { to: '/site', label: 'Settings' },
        { to: '/site/people', label: 'People' },
        { to: '/site/outbox', label: 'Outbox' },
        { to: MAIL, label: 'Mail' },
        { to: '/site/state', label: 'How it runs' },
      ]}
    />
  );
}
