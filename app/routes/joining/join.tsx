import { data, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicAction, publicLoader } from '#app/access/gates.server.ts';
import { arrive } from '#app/accounts/commands/arrive.server.ts';
import { timeZonesToChoose } from '#app/accounts/queries/account.server.ts';
import { NewAccountFields } from '#app/accounts/views/new-account-fields.tsx';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { addressOfSeat } from '#app/joining/addresses.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { joinAsNewcomer } from '#app/joining/commands/join-as-newcomer.server.ts';
import { JoinSchema } from '#app/joining/forms.ts';
import { joinPageFor } from '#app/joining/queries/join-page.server.ts';
import { JoinView, NoWayIn, Resting, TurnedAway } from '#app/joining/views/join-view.tsx';
import { joinRefusal, signedInMeanwhile, signedOutMeanwhile } from '#app/joining/words.ts';
import { refuse, refuseFor } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const handle = { shell: 'bare' };

export const meta = titled('Join a circle');

const noChoice = { zones: [], likelyZones: [] };

export const loader = publicLoader(async ({ viewer, params, url, request }) => {
  const at = await joinPageFor(viewer, { token: params.token ?? '' });
  if (!at) return data(null, { status: 404 });
  if (at.turnedAwayFrom !== undefined) return data({ from: at.turnedAwayFrom }, { status: 404 });
  if (at.archived !== undefined) return data({ resting: at.archived }, { status: 404 });
  if (at.to !== undefined) throw redirect(at.to);
  return {
    circle: at.page,
    viewer: viewer && { name: viewer.name, email: viewer.email },
    ...(viewer ? noChoice : timeZonesToChoose(request)),
    path: url.pathname,
  };
});

export const action = publicAction(
  JoinSchema,
  async ({ viewer, access, params, form, request }) => {
    const key = { token: params.token ?? '' };
    if (form.as === 'viewer') {
      if (!viewer) return refuse({ '': signedOutMeanwhile });
      const joined = await joinCircle(viewer, key, form.agreementVersion);
      return joined.ok ? seated(joined) : refuse(joinRefusal(joined.reason));
    }
    if (viewer) return refuse({ '': signedInMeanwhile });
    const from = { ip: access.ip, cookies: request.headers.get('cookie') };
    const joined = await joinAsNewcomer(key, form, from);
    if (!joined.ok) {
      return 'retryAfter' in joined
        ? refuseFor(joined.retryAfter)
        : refuse(joinRefusal(joined.reason));
    }
    return arrive(access, joined.credential, seated(joined));
  },
);

function seated({ slug, seating }: { slug: string; seating: { kind: 'seated' | 'waiting' } }) {
  return seating.kind === 'seated'
    ? redirectWith(addressOfCircle(slug), 'circle-joined')
    : redirectWith(addressOfSeat(slug), 'line-joined');
}

export default function JoinByLink() {
  const shown = useLoaderData<typeof loader>();
  if (!shown) return <NoWayIn />;
  if ('from' in shown) return <TurnedAway from={shown.from} />;
  if ('resting' in shown) return <Resting circle={shown.resting} />;
  const { circle, viewer, zones, likelyZones, path } = shown;
  // Without a better sign somebody lives where the circle meets.
  const likely = likelyZones.length > 0 ? likelyZones : [circle.timeZone];
  const newcomer = <NewAccountFields zones={zones} likelyZones={likely} email={circle.email} />;
  return <JoinView circle={circle} viewer={viewer} path={path} newcomer={newcomer} />;
}
