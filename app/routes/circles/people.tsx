import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { peopleIn } from '#app/circles/queries/people.server.ts';
import { agreementFor } from '#app/circles/queries/settings.server.ts';
import { PeopleView } from '#app/circles/views/people-view.tsx';
import { askableIn } from '#app/mentoring/helping/queries/askable.server.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('People');

export const loader = memberLoader(async ({ member, viewer, peek }) => {
  const [people, askable, agreement] = await Promise.all([
    peopleIn(member),
    askableIn(member),
    agreementFor(member),
    markRead({ viewer, peek }, member.circle.slug, ['person:*', 'role', 'host']),
  ]);
  const { version, rules, changed, consented } = agreement;
  return {
    circle: member.circle,
    people,
    askable,
    agreement: consented === null ? { version, rules, changed } : null,
    viewerId: member.personId,
    viewerZone: member.viewer.timeZone,
    isHost: member.role === 'host',
    now: new Date().toISOString(),
  };
});

export default function People() {
  return <PeopleView {...useLoaderData<typeof loader>()} />;
}
