import type { Runner } from '#app/access/proofs.ts';
import { type Recipes, recipeFolder } from '#app/recipes/files/queries/folder.server.ts';
import type { PutOnInput } from '#app/recipes/forms.ts';
import { itemsOnAgenda, recipeWith } from '#app/recipes/queries/recipes.server.ts';
import { onAgenda } from '#app/recipes/rules/on-agenda.ts';
import type { Recipe, RecipeItem } from '#app/recipes/rules/recipe.ts';
import { makeRoomOnAgenda } from '#app/sessions/agenda/rows/room-on-agenda.server.ts';
import { writeAgenda } from '#app/sessions/rows/session-parts.server.ts';
import { lockedSession, writeSession } from '#app/sessions/rows/session-row.server.ts';
import { canChange, MOST_ITEMS, mayRun } from '#app/sessions/rules/session.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type PutOn =
  /** `useId`: what takes it off again; null where all of it was on the agenda already */
  | { ok: true; useId: number | null }
  | {
      ok: false;
      reason: 'gone' | 'closed' | 'no-such-recipe' | 'changed-meanwhile' | 'full' | 'no-time';
    };

/**
 * Puts a recipe on a session's agenda as its page showed it: fitted to the minutes, behind what is
 * there, the cards that close last. The same form twice is once; a card is on an agenda once.
 */
export async function putOn(
  runner: Runner,
  form: PutOnInput,
  { now = new Date(), from = recipeFolder }: { now?: Date; from?: Recipes } = {},
): Promise<PutOn> {
  const { sessionId } = runner;
  const recipe = await recipeWith(form, from);
  return db.transaction().execute(async (tx): Promise<PutOn> => {
    const session = await lockedSession(tx, runner, sessionId);
    // Whoever has just passed it on has no right to it any more.
    if (!session || !mayRun(runner, session.facilitator_id)) return { ok: false, reason: 'gone' };
    if (!canChange(session, now)) return { ok: false, reason: 'closed' };
    if (!recipe) return { ok: false, reason: 'no-such-recipe' };
    const before = await sameForm(tx, runner, form);
    if (before) return { ok: true, useId: before.id };
    if (session.version !== form.version) return { ok: false, reason: 'changed-meanwhile' };
    const { agenda, minutes } = session;
    const fit = onAgenda(recipe, await itemsOnAgenda(agenda), { people: form.people, minutes });
    const added = [...fit.before, ...fit.behind];
    if (added.length === 0) return { ok: true, useId: null };
    if (!fit.fits) return { ok: false, reason: 'no-time' };
    if (agenda.length + added.length > MOST_ITEMS) return { ok: false, reason: 'full' };
    const items = await write(tx, runner, fit, agenda);
    await writeSession(tx, runner, sessionId, now);
    return { ok: true, useId: await keepUse(tx, runner, { recipe, form, items, now }) };
  });
}

type Written = { id: number; title: string; minutes: number }[];

async function write(
  tx: Tx,
  runner: Runner,
  { before, behind }: Record<'before' | 'behind', RecipeItem[]>,
  agenda: readonly { deck: string | null; position: number }[],
): Promise<Written> {
  const { sessionId } = runner;
  const after = await makeRoomOnAgenda(tx, runner, sessionId, agenda, before.length);
  const last = Math.max(0, ...agenda.map(({ position }) => position)) + before.length;
  return [
    ...(await writeAgenda(tx, runner, sessionId, before, after)),
    ...(await writeAgenda(tx, runner, sessionId, behind, last)),
  ];
}

interface Use {
  recipe: Recipe;
  form: PutOnInput;
  items: Written;
  now: Date;
}

async function keepUse(
  tx: Tx,
  { circleId, sessionId, personId }: Runner,
  { recipe, form, items, now }: Use,
): Promise<number> {
  const { id } = await tx
    .insertInto('recipe_use')
    .values({
      ...{ circle_id: circleId, session_id: sessionId, person_id: personId, at: now },
      ...{ recipe: recipe.slug, submission_key: form.submissionKey },
      items: JSON.stringify(items),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What the same form has put on before, unless it was taken off again. */
const sameForm = (tx: Tx, runner: Runner, { recipe, submissionKey }: PutOnInput) =>
  tx
    .selectFrom('recipe_use')
    .select('id')
    .where(inCircle(runner, 'recipe_use'))
    .where('session_id', '=', runner.sessionId)
    .where('recipe', '=', recipe)
    .where('submission_key', '=', submissionKey)
    .where('taken_off_at', 'is', null)
    .executeTakeFirst();
