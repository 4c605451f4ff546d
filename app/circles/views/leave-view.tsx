import { addressOfCircle } from '#app/circles/addresses.ts';
import type { Leaving } from '#app/circles/rules/circles.ts';
import { apart } from '#app/ui/apart.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';

interface LeaveViewProps {
  slug: string;
  circle: string;
  may: Leaving;
}

export function LeaveView({ slug, circle, may }: LeaveViewProps) {
  const home = addressOfCircle(slug);
  if (may === 'free') {
    return (
      <Asking
        title={`Leave ${apart(circle)}?`}
        yes={`Leave ${apart(circle)}`}
        danger
        whenShut
        back={{ to: home, label: 'Stay' }}
      >
        Your seat goes to the next in line. What you wrote stays with the circle, and you no longer
        see it. To come back you need an invitation.
      </Asking>
    );
  }
  return (
    <Page width="narrow">
      {may === 'alone' ? (
        <PageHead
          title={`You’re the only one in ${apart(circle)}`}
          lede="A circle always has a host, so the last person stays. It asks nothing of you: a private circle that nobody is invited to is seen by nobody else. Invite someone and hand it over, and you can leave."
          actions={<ButtonLink to={`${home}/invitations`}>Invite someone</ButtonLink>}
        />
      ) : (
        <PageHead
          title="Hand the circle over first"
          lede="A circle always has a host. Choose who hosts it after you; then you can leave as any member can."
          actions={<ButtonLink to={`${home}/people`}>Choose a host</ButtonLink>}
        />
      )}
    </Page>
  );
}
