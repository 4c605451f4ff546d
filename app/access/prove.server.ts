import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { identity } from '#app/platform/forms/fields.server.ts';
import { askerOf, askReaderOf, partnerOf } from './asks.server.ts';
import { asAdmin, asFacilitator, asHost, memberOf } from './membership.server.ts';
import type {
  Admin,
  Asker,
  AskReader,
  Facilitator,
  Host,
  Member,
  Partner,
  Runner,
  Scribe,
  Viewer,
} from './proofs.ts';
import { found, noMembership, notFound, toSignIn } from './refusals.server.ts';
import type { RequestAccess } from './request-access.server.ts';
import { runnerOf, scribeOf } from './session-duties.server.ts';

export type Args = LoaderFunctionArgs | ActionFunctionArgs;
/** Finds the proof a gate asks for. @throws a redirect to sign in, or 404 */
export type Prove<P> = (args: Args, access: RequestAccess) => Promise<P>;

/** Whether a proof is of a circle in which nothing is written any more. */
export function isOfArchived(proof: object): boolean {
  const of: Partial<Record<'member' | 'facilitator' | 'host' | 'scribe' | 'runner', Member>> =
    proof;
  const held = of.member ?? of.facilitator ?? of.host ?? of.scribe ?? of.runner;
  return held?.circle.archived ?? false;
}

export const provePublic: Prove<{ viewer: Viewer | null }> = async (_, access) => ({
  viewer: await access.viewer(),
});

export const proveViewer: Prove<{ viewer: Viewer }> = async ({ request }, access) => {
  const viewer = await access.viewer();
  if (!viewer) throw toSignIn(request);
  return { viewer };
};

export const proveAdmin: Prove<{ admin: Admin; viewer: Viewer }> = async (args, access) => {
  const { viewer } = await proveViewer(args, access);
  const admin = asAdmin(viewer);
  if (!admin) throw notFound();
  return { admin, viewer };
};

export const proveMember: Prove<{ member: Member; viewer: Viewer }> = async (args, access) => {
  const { viewer } = await proveViewer(args, access);
  const slug = args.params.circle ?? '';
  const member = memberOf(viewer, slug);
  if (!member) throw await noMembership(viewer, slug);
  return { member, viewer };
};

export const proveFacilitator: Prove<{ facilitator: Facilitator; viewer: Viewer }> = async (
  args,
  access,
) => {
  const { member, viewer } = await proveMember(args, access);
  const facilitator = asFacilitator(member);
  if (!facilitator) throw notFound();
  return { facilitator, viewer };
};

export const proveHost: Prove<{ host: Host; viewer: Viewer }> = async (args, access) => {
  const { member, viewer } = await proveMember(args, access);
  const host = asHost(member);
  if (!host) throw notFound();
  return { host, viewer };
};

export const proveScribe: Prove<{ scribe: Scribe; viewer: Viewer }> = async (args, access) => {
  const { member, viewer } = await proveMember(args, access);
  return { scribe: found(await scribeOf(member, idOf(args, 'session'))), viewer };
};

export const proveRunner: Prove<{ runner: Runner; viewer: Viewer }> = async (args, access) => {
  const { member, viewer } = await proveMember(args, access);
  return { runner: found(await runnerOf(member, idOf(args, 'session'))), viewer };
};

/** A route parameter that is an identity. @throws 404 when it is none */
const idOf = ({ params }: Args, name: string) => found(identity(params[name]));

export const proveAsker: Prove<{ asker: Asker; viewer: Viewer }> = async (args, access) => {
  const { viewer } = await proveViewer(args, access);
  return { asker: found(await askerOf(viewer, idOf(args, 'ask'))), viewer };
};

export const proveAskReader: Prove<{ reader: AskReader; viewer: Viewer }> = async (
  args,
  access,
) => {
  const { viewer } = await proveViewer(args, access);
  return { reader: found(await askReaderOf(viewer, idOf(args, 'ask'))), viewer };
};

export const provePartner: Prove<{ partner: Partner; viewer: Viewer }> = async (args, access) => {
  const { viewer } = await proveViewer(args, access);
  return { partner: found(await partnerOf(viewer, idOf(args, 'conversation'))), viewer };
};
