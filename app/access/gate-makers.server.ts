import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import { soundUrl } from '#app/platform/forms/address.server.ts';
import { identity } from '#app/platform/forms/fields.server.ts';
import {
  type ParsedForm,
  parseForm,
  parseUpload,
  type Refusal,
} from '#app/platform/forms/form.server.ts';
import { shapeOf } from '#app/platform/forms/form-shape.server.ts';
import type { UploadedFile } from '#app/platform/forms/upload.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { answering, unlessLimited } from './answering.server.ts';
import { keptForm, keptForSignIn } from './kept-form.server.ts';
import { type Args, isOfArchived, type Prove } from './prove.server.ts';
import { ARCHIVED, found, onlyByHttps } from './refusals.server.ts';
import type { RequestAccess } from './request-access.server.ts';

/**
 * Gates: every loader and action of a route is made by one of these, which decides who may pass,
 * hands the proof on, and tags what it returns. A test walks every route and refuses an untagged
 * function. Public is spelled out: publicLoader, publicAction.
 */
export type Gate =
  | 'public'
  | 'viewer'
  | 'admin'
  | 'member'
  | 'facilitator'
  | 'host'
  | 'scribe'
  | 'runner'
  | 'asker'
  | 'ask-reader'
  | 'partner';

const gateKey = Symbol.for('octavo.gate');

/** The gate a loader or action was made by; undefined when it was made by none. */
export function gateOf(handler: unknown): Gate | undefined {
  return (handler as { [gateKey]?: Gate } | undefined)?.[gateKey];
}

const formKey = Symbol.for('octavo.form');

/** The schema of an action's form; undefined for a handler that takes none. */
export function formOf(handler: unknown): z.ZodType | undefined {
  return (handler as { [formKey]?: z.ZodType } | undefined)?.[formKey];
}

/** What every gated handler is given beside its proof. */
export interface Visit {
  request: Request;
  /** its query is clean; that of `request.url` is as it was sent */
  url: URL;
  params: Record<string, string | undefined>;
  access: RequestAccess;
  /** a browser fetches ahead of a click: nobody has this on their screen yet */
  peek: boolean;
  /** A route parameter that is an identity. @throws 404 when it is not a positive integer */
  id(name: string): number;
}

const isPeek = (headers: Headers) =>
  /prefetch/.test(headers.get('Sec-Purpose') ?? headers.get('Purpose') ?? '');

function visitOf(args: Args): Visit {
  return {
    request: args.request,
    url: soundUrl(args.request.url),
    params: args.params,
    access: args.context.access,
    peek: isPeek(args.request.headers),
    id(name) {
      return found(identity(args.params[name]));
    },
  };
}

function tagged<F extends object>(gate: Gate, handler: F, form?: z.ZodType): F {
  // A form whose names are not known beforehand is found when its route is loaded.
  if (form) shapeOf(form);
  return Object.assign(handler, { [gateKey]: gate, [formKey]: form });
}

export function loaderGate<P>(gate: Gate, prove: Prove<P>) {
  return <T>(load: (visit: Visit & P) => Promise<T> | T) =>
    tagged(gate, (given: LoaderFunctionArgs) =>
      given.context.access.during(() =>
        answering(given, async (args): Promise<T> => {
          const proof = await prove(args, args.context.access);
          return load({ ...visitOf(args), ...proof });
        }),
      ),
    );
}

/**
 * An action's handler gets the parsed form and answers with a redirect (or another Response), or
 * with `refuse({ field: 'reason' })`: the gate then answers 422 with the reasons and with what was
 * typed, so that no form loses anything. A form that does not fit its schema never reaches it, nor
 * does any in a circle that is archived, unless its action says so by name.
 */
export function actionGate<P extends object>(
  gate: Gate,
  prove: Prove<P>,
  { whenArchived = false }: { whenArchived?: boolean } = {},
) {
  return <S extends z.ZodType, T>(
    schema: S,
    act: (visit: Visit & P & { form: z.output<S> }) => Promise<T | Refusal> | T | Refusal,
  ) =>
    tagged(
      gate,
      (given: ActionFunctionArgs) => {
        const startedAt = performance.now();
        let parsing: Promise<ParsedForm<S>> | undefined;
        const parse = () => {
          parsing ??= parseForm(given.request, schema);
          return parsing;
        };
        return answering(
          given,
          async (args) => {
            // All who sign in, and all whom a link lets in once, come through here.
            if (gate === 'public' && args.context.access.dropsSignIn)
              throw onlyByHttps(args.request);
            if (gate !== 'public' && !(await args.context.access.viewer())) {
              const kept = await parse();
              if (kept.givesBack) return keptForSignIn(given.request, kept);
            }
            const proof = await prove(args, args.context.access);
            const parsed = await parse();
            if (!whenArchived && isOfArchived(proof)) return parsed.shut(ARCHIVED);
            if (!parsed.ok) return parsed.refused;
            const visit = { ...visitOf(args), ...proof, form: parsed.form };
            return parsed.complete(await unlessLimited(() => act(visit)));
          },
          async (error) => keptForm(given.request, await parse(), error, startedAt),
        );
      },
      schema,
    );
}

/**
 * An action at an address that has no page: its form is a button of the page at `back`. There is
 * nothing typed to show again, so one that does not fit goes back there, with a notice.
 */
export function buttonGate<P extends object>(
  gate: Gate,
  prove: Prove<P>,
  { whenArchived = false }: { whenArchived?: boolean } = {},
) {
  return <S extends z.ZodType>(
    schema: S,
    back: (visit: Visit & P) => string,
    press: (visit: Visit & P & { form: z.output<S> }) => Promise<Response>,
  ) =>
    tagged(
      gate,
      (given: ActionFunctionArgs) =>
        answering(given, async (args) => {
          const visit = { ...visitOf(args), ...(await prove(args, args.context.access)) };
          if (!whenArchived && isOfArchived(visit))
            return redirectWith(back(visit), 'button-archived');
          const parsed = await parseForm(args.request, schema);
          if (!parsed.ok) return redirectWith(back(visit), 'button-not-read');
          return press({ ...visit, form: parsed.form });
        }),
      schema,
    );
}

/**
 * An action whose form carries a file, field `field`, which the handler reads while it comes in.
 * Who may not pass is refused before any of it is read.
 */
export function uploadGate<P>(gate: Gate, prove: Prove<P>) {
  return <S extends z.ZodType, T>(
    schema: S,
    field: { name: string; missing: string },
    act: (visit: Visit & P & { form: z.output<S>; file: UploadedFile }) => Promise<T | Refusal>,
  ) =>
    tagged(
      gate,
      (given: ActionFunctionArgs) =>
        answering(given, async (args) => {
          const proof = await prove(args, args.context.access);
          return parseUpload(args.request, schema, field, (form, file) =>
            unlessLimited(() => act({ ...visitOf(args), ...proof, form, file })),
          );
        }),
      schema,
    );
}
