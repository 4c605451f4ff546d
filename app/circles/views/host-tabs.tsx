import { addressOfCircle } from '#app/circles/addresses.ts';
import { Tabs } from '#app/ui/page/tabs.tsx';

/** The host's pages about people: who is in, and the ways in. */
export function HostTabs({ slug }: { slug: string }) {
  const home = addressOfCircle(slug);
  return (
    <Tabs
      label="People and ways in"
      tabs={[
        { to: `${home}/people`, label: 'People' },
        { to: `${home}/invitations`, label: 'Invitations' },
        { to: `${home}/requests`, label: 'Requests' },
        { to: `${home}/waiting`, label: 'Waiting list' },
      ]}
    />
  );
}
