import { parseWithZod } from '@conform-to/zod/v4';
import { data } from '@remix-run/node';
import { z } from 'zod';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { cleanText } from './clean-text.ts';
import { noControl, outOfDate } from './fields.server.ts';
import { type Entries, knownEntries, readEntries } from './form-entries.server.ts';
import { shapeOf } from './form-shape.server.ts';
import { readUpload, type UploadedFile } from './upload.server.ts';

/** A form whose button says it all. */
export const EmptySchema = z.object({});

const refusalKey = Symbol('refusal');

/** Reasons by field name ('' for the form as a whole), in words for the person who typed. */
export interface Refusal {
  [refusalKey]: true;
  reasons: Record<string, string | string[]>;
  /** seconds until it may be tried again; set when the person is limited (429) */
  retryAfter?: number;
}

/** Refuses a form that was well formed. Names are field names; '' speaks of the whole form. */
export function refuse(reasons: Record<string, string | string[]>): Refusal {
  return { [refusalKey]: true, reasons };
}

/** Refuses a form that lacks what its page put there unseen. */
export const refuseAsOld = (): Refusal => refuse({ '': outOfDate });

const tooOften = (wait: string) => `That was tried too often. Please try again ${wait}.`;

/** Refuses a form because too many came; says when to try again. @param words given 'in 12 minutes' */
export function refuseFor(seconds: number, words = tooOften): Refusal {
  const minutes = Math.ceil(seconds / 60);
  const hours = Math.ceil(minutes / 60);
  const wait =
    minutes > 90 ? `in ${hours} hours` : minutes > 1 ? `in ${minutes} minutes` : 'in a minute';
  return { [refusalKey]: true, reasons: { '': words(wait) }, retryAfter: seconds };
}

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && refusalKey in value;

/** The type of useActionData in a route whose action is gated. */
export type ActionReply = { form: FormReply };

/** Shows a form again with these values and nothing wrong: a button changed it and saved nothing. */
export function shownAgain(values: object): ActionReply {
  return { form: { values: { ...values }, errors: {} } };
}

/**
 * Answers 422 with `values` and reasons, and with what else the page needs: the saved version beside
 * the typed one, say.
 */
export function refusedWith<M extends object>(
  values: object,
  reasons: Record<string, string>,
  more: M,
) {
  const errors = Object.fromEntries(Object.entries(reasons).map(([name, why]) => [name, [why]]));
  const form: FormReply = { values: { ...values }, errors };
  return data({ form, ...more }, { status: 422 });
}

// Says which form of its page was sent (FORM_NAME of ui/form-reply.ts); schemas do not speak of it.
const FORM_NAME = 'form';

// A password is never sent back.
const secret = (name: string) => /password/i.test(name);

// No page shows these: what is wrong with them is said of the form as a whole.
const UNSEEN = /^(submissionKey|version|agreementVersion)$/;

const onlyPosts = (request: Request) => {
  if (request.method !== 'POST') {
    throw new Response(null, { status: 405, headers: { Allow: 'POST' } });
  }
};

/**
 * Parses a posted form with `schema`. Only what the schema has a name for is read and shown again.
 * @throws 405 Response for another method than POST, 415 for a body that is not a form, 400 for a
 * form that no page of ours sends
 */
export async function parseForm<S extends z.ZodType>(request: Request, schema: S) {
  onlyPosts(request);
  return parsed(await readEntries(request, shapeOf(schema)), schema);
}

/**
 * Parses a posted form with a file, which `take` reads while it comes in.
 * @returns what `take` answered, or the form with the reasons why it did not fit
 * @throws 405 Response for another method than POST, 400 for a form that no page of ours sends
 */
export async function parseUpload<S extends z.ZodType, T>(
  request: Request,
  schema: S,
  field: { name: string; missing: string },
  take: (form: z.output<S>, file: UploadedFile) => Promise<T | Refusal>,
) {
  onlyPosts(request);
  const upload = await readUpload(request, field.name, async (file, fields) => {
    const form = parsed(fields, schema);
    return form.ok ? form.complete(await take(form.form, file)) : form.refused;
  });
  if (upload.file) return upload.answer;
  const form = parsed(upload.fields, schema);
  return form.ok ? form.complete(refuse({ [field.name]: field.missing })) : form.refused;
}

export type ParsedForm<S extends z.ZodType> = ReturnType<typeof parsed<S>>;

function parsed<S extends z.ZodType>(entries: Entries, schema: S) {
  const known = knownEntries(entries, shapeOf(schema), [FORM_NAME]);
  // PostgreSQL holds no NUL in a text, and nobody can type one.
  const unsound = known.filter(([, value]) => value.includes('\0')).map(([name]) => name);
  const sound = known.map(([name, value]) => [name, soundValue(name, value)]);
  const submission = parseWithZod(new URLSearchParams(sound), { schema });
  const values = Object.fromEntries(
    Object.entries(submission.payload).filter(([name]) => !secret(name)),
  );
  const reply = (
    reasons: Record<string, string | string[] | null>,
    retryAfter?: number,
    status = retryAfter ? 429 : 422,
  ) =>
    data({ form: { values, errors: byField(reasons) } satisfies FormReply } as ActionReply, {
      status,
      headers: retryAfter ? { 'Retry-After': String(retryAfter) } : {},
    });
  /** The answer when something of ours does not work: 503, with the reason and all that was typed. */
  const unanswered = (reason: string, retryAfter: number) =>
    reply({ '': [reason] }, retryAfter, 503);
  /** The answer to somebody whose sign-in ended: 401, with the reason and all that was typed. */
  const signedOut = (reason: string) => reply({ '': [reason] }, undefined, 401);
  // What holds a password cannot be given back whole.
  const givesBack = known.some(([, value]) => value) && !known.some(([name]) => secret(name));
  /** The answer to any form where none is taken, whether or not it fits. */
  const shut = (reason: string) => reply({ '': [reason] });
  const held = { values, unanswered, signedOut, givesBack, shut };

  if (unsound.length > 0) {
    const reasons = Object.fromEntries(unsound.map((name) => [name, noControl]));
    return { ok: false as const, ...held, refused: reply(reasons) };
  }
  if (submission.status !== 'success') {
    return { ok: false as const, ...held, refused: reply(submission.error ?? {}) };
  }
  return {
    ok: true as const,
    ...held,
    form: submission.value as z.output<S>,
    complete<T>(answer: T | Refusal) {
      if (!isRefusal(answer)) return answer as Exclude<T, Refusal>;
      return reply(answer.reasons, answer.retryAfter);
    },
  };
}

/** A password is what was typed, to the letter. */
function soundValue(name: string, value: string): string {
  const text = value.replaceAll('\0', '');
  return secret(name) ? text : cleanText(text);
}

function byField(reasons: Record<string, string | string[] | null>): FormReply['errors'] {
  const errors: FormReply['errors'] = {};
  for (const [name, why] of Object.entries(reasons)) {
    const shown = UNSEEN.test(name) ? '' : name;
    errors[shown] = [...(errors[shown] ?? []), ...[why ?? []].flat()];
  }
  return errors;
}
