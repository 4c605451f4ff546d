import { useLoaderData } from '@remix-run/react';
import { publicLoader } from '#app/access/gates.server.ts';
import { inOpenCircles } from '#app/access/membership.server.ts';
import { siteSettings } from '#app/accounts/queries/site.server.ts';
import { faceOf } from '#app/circles/rules/faces.ts';
import { loadHome } from '#app/frame/loads.server.ts';
import { arranged } from '#app/frame/views/home-circles.ts';
import { HomeView } from '#app/frame/views/home-view.tsx';
import { LandingView } from '#app/frame/views/landing-view.tsx';

export const loader = publicLoader(async ({ viewer }) => {
  if (!viewer) {
    const { registration } = await siteSettings();
    return { viewer: null, signUp: registration === 'open' };
  }
  const now = new Date();
  const loaded = await loadHome(inOpenCircles(viewer), { now });
  return {
    viewer: {
      name: viewer.name,
      emailConfirmed: viewer.emailConfirmed,
      siteAdmin: viewer.siteAdmin,
      circles: arranged(viewer.memberships.map(faceOf), loaded),
    },
    clocks: { now: now.toISOString(), zone: viewer.timeZone },
    loaded,
  };
});

export default function Home() {
  const shown = useLoaderData<typeof loader>();
  if (!shown.viewer) return <LandingView signUp={shown.signUp} />;
  const { viewer, clocks, loaded } = shown;
  return <HomeView {...viewer} clocks={clocks} loaded={loaded} />;
}
