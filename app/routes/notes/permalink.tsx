import { redirect } from '@remix-run/node';
import { memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { noteAddress } from '#app/discussions/notes/queries/notes.server.ts';

/** A note's lasting address leads to the page of its thread that holds it. */
export const loader = memberLoader(async ({ member, id }) =>
  redirect(found(await noteAddress(member, id('thread'), id('note')))),
);
