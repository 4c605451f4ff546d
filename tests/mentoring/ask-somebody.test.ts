import { expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { keepApart } from '#app/mentoring/apart/commands/keep-apart.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { conversationOf } from './scene.ts';

async function scene() {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const circle = await circleOf({ members: [noor, rui] });
  const people = `/circles/${circle.slug}/people`;
  const pages = async (who: Viewer, of: Viewer) => {
    const cookie = await signInCookie(who);
    return Promise.all(
      [people, `${people}/${of.personId}`].map(async (path) => (await ask(path, { cookie })).body),
    );
  };
  const leads = async (who: Viewer, of: Viewer) => {
    const to = `href="/asks/new?circle=${circle.slug}&amp;to=person-${of.personId}"`;
    return (await pages(who, of)).map((body) => body.includes(to));
  };
  return { circle, noor: await viewer(noor), rui: await viewer(rui), pages, leads };
}

test('who can be asked is asked from their page and the list of people; nobody asks themselves', async () => {
  const { noor, rui, leads } = await scene();
  expect(await leads(noor, rui)).toEqual([true, true]);
  expect(await leads(noor, noor)).toEqual([false, false]);
});

test('who takes no more, blocked them, or is in a circle at rest, is not, and why is not told', async () => {
  const { circle, noor, rui, pages, leads } = await scene();
  await db.insertInto('helping').values({ person_id: rui.personId, at_once: 1 }).execute();
  await conversationOf(circle.host.viewer, rui);
  expect(await leads(noor, rui)).toEqual([false, false]);
  const full = (await pages(noor, rui)).join().replace(/\d+/g, 'N');
  await db
    .updateTable('helping')
    .set({ at_once: 3 })
    .where('person_id', '=', rui.personId)
    .execute();
  expect(await leads(noor, rui)).toEqual([true, true]);
  await db
    .insertInto('person_block')
    .values({ person_id: rui.personId, blocked_id: noor.personId })
    .execute();
  expect(await leads(noor, rui)).toEqual([false, false]);
  const blocked = (await pages(noor, rui)).join().replace(/\d+/g, 'N');
  expect(blocked).toBe(full);
  expect(await leads(circle.host.viewer, rui)).toEqual([true, true]);
  await archiveCircle(circle.host);
  expect(await leads(circle.host.viewer, rui)).toEqual([false, false]);
});

test('whom somebody keeps apart, or who keeps them apart, is asked like anybody', async () => {
  const { noor, rui, leads } = await scene();
  await keepApart(noor, { personId: rui.personId, address: null });
  expect(await leads(noor, rui)).toEqual([true, true]);
  expect(await leads(rui, noor)).toEqual([true, true]);
});
