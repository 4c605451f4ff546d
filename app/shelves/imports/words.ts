import { NoData } from '#app/ui/document/data-answers.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';

const TOO_LARGE =
  'This file is too large for the server in front of Octavo. Whoever runs this site can let it through: for nginx, with client_max_body_size 32m.';

const CUT_OFF =
  'The connection broke before the whole file had arrived. Send it once more; if that happens again, the server in front of Octavo may refuse files of this size.';

/** Said of another file under the key of one that was taken. */
export const fileSentBefore =
  'This page has sent another file before, and that one was read. Choose this file once more to read it too.';

/** The form again, when its file never reached Octavo. @throws error when it was anything else */
export function notReceived(error: unknown): { form: FormReply } {
  const why = reasonFor(error);
  if (!why) throw error;
  return { form: { values: {}, errors: { file: [why] } } };
}

function reasonFor(error: unknown): string | undefined {
  if (error instanceof NoData) return error.status === 413 ? TOO_LARGE : undefined;
  // fetch's word for a connection that was lost; some proxies close it on a file they refuse.
  return error instanceof TypeError ? CUT_OFF : undefined;
}
