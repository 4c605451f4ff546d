import { randomUUID } from 'node:crypto';
import { invite } from '#app/joining/commands/invite.server.ts';
import { resetJoinLink } from '#app/joining/commands/join-link.server.ts';
import { inviteForm } from '#tests/circles/circle.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { nthOf, rowsOf, type Scene, ten, tenCircles, tenKeys, tenOf, UNFIT } from '../scene.ts';

export async function startingCircles(): Promise<Scene> {
  const who = await person('Ines');
  const keys = tenKeys();
  const form = (n: number) => ({
    ...{ name: `Circle ${n}`, purpose: 'We read slowly.', seats: '8', timeZone: 'Europe/Madrid' },
    ...{ visibility: 'private', cloth: 'indigo', agreement: 'What is said here stays here.' },
    submissionKey: nthOf(keys, n),
  });
  return {
    who,
    nth: (n) => ({ path: '/circles/new', form: form(n) }),
    mate: await person('Noor'),
    kept: ['We read slowly.', 'What is said here stays here.'],
    made: () => rowsOf('circle', 'created_by', who),
    unfit: { path: '/circles/new', form: { ...form(UNFIT), seats: '99' } },
  };
}

export async function changingAgreements(): Promise<Scene> {
  const who = await person('Ines');
  const circles = await tenCircles({ host: who });
  const another = await circleOf();
  const edit = (slug: string, body: string, version = '1') => ({
    path: `/circles/${slug}/agreement/edit`,
    form: { body, version },
  });
  const body = 'We say what we think.';
  return {
    who,
    nth: (n) => edit(nthOf(circles, n).slug, body),
    mate: another.host.viewer,
    byMate: edit(another.slug, body),
    kept: [body],
    made: async () => (await rowsOf('agreement', 'written_by', who)) - circles.length,
    unfit: edit(nthOf(circles, UNFIT).slug, body, '7'),
  };
}

async function inviting(address: (n: number) => string): Promise<Scene> {
  const who = await person('Ines');
  const circles = await tenCircles({ host: who, members: [await person('Noor')] });
  const another = await circleOf();
  const keys = tenKeys();
  const form = (n: number) => ({
    ...{ emails: address(n), role: 'member', again: 'yes', word: 'Come and read with us.' },
    submissionKey: nthOf(keys, n),
  });
  const to = (slug: string, n: number) => ({ path: `/circles/${slug}/invitations`, form: form(n) });
  const [noor] = nthOf(circles, UNFIT).members;
  const unfit = to(nthOf(circles, UNFIT).slug, UNFIT);
  return {
    who,
    nth: (n) => to(nthOf(circles, n).slug, n),
    mate: another.host.viewer,
    byMate: to(another.slug, 9),
    kept: ['Come and read with us.'],
    made: () => rowsOf('invitation', 'invited_by', who),
    unfit: { ...unfit, form: { ...unfit.form, emails: noor?.viewer.email ?? '' } },
  };
}

export const invitingMany = () => inviting((n) => `guest-${n}@example.org`);
export const invitingOne = () => inviting(() => 'lena@example.org');

const long = new Date('2020-01-01');

async function oldInvitations(of: { id: number; host: { personId: number } }) {
  const rows = ten((n) => ({
    ...{ circle_id: of.id, email: `guest-${n}@example.org`, role: 'member' },
    ...{ invited_by: of.host.personId, token_hash: randomUUID(), expires_at: long },
  }));
  return db.insertInto('invitation').values(rows).returning('id').execute();
}

export async function sendingAgain(): Promise<Scene> {
  const [circle, another] = [await circleOf(), await circleOf()];
  const [open, theirs] = [await oldInvitations(circle), await oldInvitations(another)];
  const to = (slug: string, id: number) => ({
    path: `/circles/${slug}/invitations/${id}/resending`,
    form: { confirmed: 'yes' },
  });
  return {
    who: circle.host.viewer,
    nth: (n) => to(circle.slug, nthOf(open, n).id),
    mate: another.host.viewer,
    byMate: to(another.slug, nthOf(theirs, 0).id),
    kept: [],
    made: async () => {
      const of = db.selectFrom('invitation').select('id').where('circle_id', '=', circle.id);
      return (await of.where('expires_at', '>', long).execute()).length;
    },
  };
}

export async function makingLinks(): Promise<Scene> {
  const [circle, another] = [await circleOf(), await circleOf()];
  const to = (slug: string, days = '30') => ({
    path: `/circles/${slug}/join-link`,
    form: { days },
  });
  return {
    who: circle.host.viewer,
    nth: () => to(circle.slug),
    mate: another.host.viewer,
    byMate: to(another.slug),
    kept: [],
    made: () => rowsOf('join_link', 'created_by', circle.host.viewer),
    unfit: to(circle.slug, '365'),
  };
}

const consent = { consent: 'on', agreementVersion: '1' };
const stale = { consent: 'on', agreementVersion: '7' };

export async function askingForSeats(): Promise<Scene> {
  const who = await person('Lena');
  const circles = await tenCircles({ visibility: 'listed' });
  const to = (n: number, form = consent) => ({
    path: `/circles/${nthOf(circles, n).slug}/about`,
    form: { ...form, word: 'I lead two teams.' },
  });
  return {
    who,
    nth: (n) => to(n),
    mate: await person('Mallory'),
    kept: ['I lead two teams.'],
    made: () => rowsOf('join_request', 'person_id', who),
    unfit: to(UNFIT, stale),
  };
}

export async function joiningByLink(): Promise<Scene> {
  const who = await person('Lena');
  const circles = await tenCircles();
  const tokens = await tenOf((n) => resetJoinLink(nthOf(circles, n).host, { days: 7 }));
  const to = (n: number, form = consent) => ({
    path: `/join/${tokens[n]}`,
    form: { as: 'viewer', ...form },
  });
  return {
    who,
    nth: (n) => to(n),
    mate: await person('Mallory'),
    kept: [],
    made: () => rowsOf('membership', 'person_id', who),
    unfit: to(UNFIT, stale),
  };
}

export async function joiningInvited(): Promise<Scene> {
  const confirmed = async (name: 'Lena' | 'Mallory') => {
    const { personId, email } = await person(name);
    await db.insertInto('email_confirmed').values({ person_id: personId, email }).execute();
    return viewer(personId);
  };
  const [who, mate] = [await confirmed('Lena'), await confirmed('Mallory')];
  const circles = await tenCircles();
  const ids = await tenOf(async (n) => {
    const { email } = n === 9 ? mate : who;
    const invited = await invite(nthOf(circles, n).host, inviteForm(email));
    const [one] = invited.ok ? invited.each : [];
    return one?.is === 'invited' ? one.invitationId : 0;
  });
  const to = (n: number, form = consent) => ({ path: `/invitations/${ids[n]}`, form });
  return {
    who,
    nth: (n) => to(n),
    mate,
    kept: [],
    made: () => rowsOf('membership', 'person_id', who),
    unfit: to(UNFIT, stale),
  };
}
