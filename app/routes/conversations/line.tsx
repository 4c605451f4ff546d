import { redirect } from '@remix-run/node';
import { partnerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { lineAddress } from '#app/mentoring/conversations/queries/lines.server.ts';

/** A note's lasting address leads to the page of its conversation that holds it. */
export const loader = partnerLoader(async ({ partner, id }) =>
  redirect(found(await lineAddress(partner, id('line')))),
);
