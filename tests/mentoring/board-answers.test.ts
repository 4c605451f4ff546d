import { describe, expect, test } from 'vitest';
import { boardOf } from '#app/mentoring/queries/board.server.ts';
import { as, post, textOf } from '#tests/circles/visits.ts';
import { answersOf, askRow, offerRow } from './answers.ts';
import { circleOfFour } from './board-scene.ts';
import { openAsk } from './scene.ts';

/** Noor’s ask on the board, with which Rui can help and Priya cannot now. */
async function answeredAsk() {
  const scene = await circleOfFour();
  const { circle, noor, rui, priya } = scene;
  const askId = await openAsk(noor, { circleId: circle.id, to: { circleId: circle.id } });
  await answersOf(rui, askId, new Date()).help({ faced: 'I handed one over in May.' });
  await answersOf(priya, askId, new Date()).notNow();
  const [ruis, priyas] = [await offerRow(askId, rui), await offerRow(askId, priya)];
  if (!ruis || !priyas) return expect.fail('two answers');
  return { ...scene, askId, ruis: ruis.id, priyas: priyas.id };
}

describe('the asker’s answers on the board', () => {
  test('are new once, there or on the ask’s own page', async () => {
    const { circle, noor, asNoor, priya, askId } = await answeredAsk();
    const board = `/circles/${circle.slug}/asks`;
    const fresh = async () => (await boardOf(asNoor)).own[0]?.answers.map(({ fresh }) => fresh);
    expect(await fresh()).toEqual([true, true]);
    expect(textOf(await as(noor, board))).toMatch(/Rui can help New .*Priya: not now.* New /s);
    expect(await fresh()).toEqual([false, false]);
    expect(textOf(await as(noor, board))).not.toMatch(/can help New /);

    // Another answer is new again, and no more once its asker has read it.
    await answersOf(priya, askId, new Date()).help();
    expect(await fresh()).toEqual([false, true]);
    expect(textOf(await as(noor, `/asks/${askId}`))).toMatch(/Priya can help New /);
    expect(textOf(await as(noor, `/asks/${askId}`))).not.toMatch(/can help New /);
    expect(await fresh()).toEqual([false, false]);
  });

  test('are new to the asker alone', async () => {
    const { circle, rui, ines, askId } = await answeredAsk();
    for (const path of [`/circles/${circle.slug}/asks`, `/asks/${askId}`]) {
      for (const who of [rui, ines]) {
        expect((await as(who, path)).body).not.toMatch(/class="new"|"fresh"/);
      }
    }
  });

  test('can be taken up, thanked for, and asked for again where they stand', async () => {
    const { circle, noor, askId, ruis, priyas } = await answeredAsk();
    const { body } = await as(noor, `/circles/${circle.slug}/asks`);
    const acts = { taking: ruis, 'setting-aside': ruis, reminding: priyas };
    for (const [act, offer] of Object.entries(acts)) {
      expect(body).toContain(`action="/asks/${askId}/offers/${offer}/${act}"`);
    }
    const taken = await post(noor, `/asks/${askId}/offers/${ruis}/taking`);
    expect(taken.headers.get('location')).toMatch(/^\/conversations\/\d+$/);
    expect(await askRow(askId)).toMatchObject({ state: 'closed', closed_as: 'found' });
  });

  test('are no forms once they are thanked for', async () => {
    const { circle, noor, askId, ruis } = await answeredAsk();
    await post(noor, `/asks/${askId}/offers/${ruis}/setting-aside`);
    const page = await as(noor, `/circles/${circle.slug}/asks`);
    expect(page.body).not.toContain(`/offers/${ruis}/`);
    expect(textOf(page)).toMatch(/You thanked them/);
  });
});
