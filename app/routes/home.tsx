import { useLoaderData } from '@remix-run/react';
import { publicLoader } from '#app/access/gates.server.ts';
import { siteSettings } from '#app/accounts/queries/site.server.ts';
import { faceOf } from '#app/circles/faces.ts';
import { HomeView } from '#app/circles/home-view.tsx';
import { LandingView } from '#app/circles/landing-view.tsx';
import { needsOf } from '#app/circles/queries/mine.server.ts';

export const loader = publicLoader(async ({ viewer }) => {
  if (!viewer) {
    const { registration } = await siteSettings();
    return { viewer: null, signUp: registration === 'open' };
  }
  return {
    viewer: {
      name: viewer.name,
      timeZone: viewer.timeZone,
      emailConfirmed: viewer.emailConfirmed,
      circles: viewer.memberships.map(faceOf),
      needs: await needsOf(viewer),
    },
  };
});

export default function Home() {
  const shown = useLoaderData<typeof loader>();
  return shown.viewer ? <HomeView {...shown.viewer} /> : <LandingView signUp={shown.signUp} />;
}
