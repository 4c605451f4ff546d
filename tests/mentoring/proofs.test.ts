import { describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { asAsker, asPartner, asReader, conversationOf, offerOn, openAsk } from './scene.ts';

// Each file of tests has a database of its own.
const asks = () => acrossCircles(db, 'an ask is its asker’s');

const block = (who: Viewer, whom: Viewer) =>
  db
    .insertInto('person_block')
    .values({ person_id: who.personId, blocked_id: whom.personId })
    .execute();

const leave = (who: Viewer) =>
  acrossCircles(db, 'a test')
    .deleteFrom('membership')
    .where('person_id', '=', who.personId)
    .execute();

const deactivate = ({ personId }: Viewer) =>
  db
    .insertInto('person_deactivation')
    .values({ person_id: personId, by_person_id: personId })
    .execute();

async function scene() {
  const [host, noor, rui, priya, mallory] = await Promise.all(
    (['Ines', 'Noor', 'Rui', 'Priya', 'Mallory'] as const).map((name) => person(name)),
  );
  if (!host || !noor || !rui || !priya || !mallory) return expect.fail();
  const circle = await circleOf({ host, members: [noor, rui, priya] });
  return { circle, host, noor, rui, priya, mallory };
}

/** Which of these read an ask now. */
async function readersOf(askId: number, who: Record<string, Viewer>): Promise<string[]> {
  const all = await Promise.all(
    Object.entries(who).map(async ([name, one]) => ((await asReader(one, askId)) ? [name] : [])),
  );
  return all.flat();
}

describe('who reads an ask', () => {
  test('a draft is its asker’s alone', async () => {
    const { circle, noor, rui, host } = await scene();
    const id = await openAsk(noor, { to: { circleId: circle.id } });
    expect(await readersOf(id, { noor, rui, host })).toEqual(['noor', 'rui', 'host']);
    await asks()
      .updateTable('ask')
      .set({ state: 'draft', opened_at: null })
      .where('id', '=', id)
      .execute();
    expect(await readersOf(id, { noor, rui, host })).toEqual(['noor']);
    expect(await asAsker(rui, id)).toBeNull();
    expect(await asAsker(noor, id)).toMatchObject({ askId: id });
  });

  test('one that went to a circle: its members now, while the asker is one', async () => {
    const { circle, noor, rui, priya, mallory } = await scene();
    const id = await openAsk(noor, { to: { circleId: circle.id } });
    expect(await readersOf(id, { rui, priya, mallory })).toEqual(['rui', 'priya']);
    await leave(rui);
    expect(await readersOf(id, { rui, priya })).toEqual(['priya']);
    await leave(noor);
    expect(await readersOf(id, { noor, rui, priya })).toEqual(['noor']);
  });

  test('one that went to one person: nobody else, while they share a circle', async () => {
    const { noor, rui, priya, host } = await scene();
    const id = await openAsk(noor, { to: { person: rui } });
    expect(await readersOf(id, { noor, rui, priya, host })).toEqual(['noor', 'rui']);
    await leave(rui);
    expect(await readersOf(id, { noor, rui })).toEqual(['noor']);
  });

  test('one that went beyond circles: whom it was sent to', async () => {
    const { noor, mallory, host } = await scene();
    const id = await openAsk(noor, { to: { site: mallory } });
    expect(await readersOf(id, { noor, mallory, host })).toEqual(['noor', 'mallory']);
  });

  test('who answered it, also after they left', async () => {
    const { circle, noor, rui } = await scene();
    const id = await openAsk(noor, { to: { circleId: circle.id } });
    await offerOn(id, rui);
    await leave(rui);
    expect(await readersOf(id, { rui })).toEqual(['rui']);
  });

  test.each(['the asker', 'the reader'] as const)('nobody whom %s keeps out', async (who) => {
    const { circle, noor, rui, priya } = await scene();
    const id = await openAsk(noor, { to: { circleId: circle.id } });
    await offerOn(id, rui);
    await (who === 'the asker' ? block(noor, rui) : block(rui, noor));
    expect(await readersOf(id, { rui, priya })).toEqual(['priya']);
  });

  test('nobody once its asker’s account is closed', async () => {
    const { circle, noor, rui } = await scene();
    const id = await openAsk(noor, { to: { circleId: circle.id } });
    await deactivate(noor);
    expect(await readersOf(id, { rui })).toEqual([]);
  });
});

describe('who reads a conversation', () => {
  test('the two, and nobody by their role', async () => {
    const { noor, rui, host, priya, mallory } = await scene();
    await db.insertInto('site_admin').values({ person_id: mallory.personId }).execute();
    const { id } = await conversationOf(noor, rui);
    expect(await asPartner(noor, id)).toMatchObject({ side: 'asker', otherId: rui.personId });
    expect(await asPartner(rui, id)).toMatchObject({ side: 'helper', otherId: noor.personId });
    for (const other of [host, priya, mallory]) expect(await asPartner(other, id)).toBeNull();
  });

  test('not who was blocked; who blocked still does', async () => {
    const { noor, rui } = await scene();
    const { id } = await conversationOf(noor, rui);
    await block(noor, rui);
    expect(await asPartner(rui, id)).toBeNull();
    expect(await asPartner(noor, id)).not.toBeNull();
  });

  test('also once they share no circle', async () => {
    const { noor, rui } = await scene();
    const { id } = await conversationOf(noor, rui);
    await leave(rui);
    expect(await asPartner(rui, id)).not.toBeNull();
  });
});
