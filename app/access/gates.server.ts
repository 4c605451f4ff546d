import { actionGate, buttonGate, loaderGate, uploadGate } from './gate-makers.server.ts';
import {
  proveAdmin,
  proveAsker,
  proveAskReader,
  proveFacilitator,
  proveHost,
  proveMember,
  provePartner,
  provePublic,
  proveRunner,
  proveScribe,
  proveViewer,
} from './prove.server.ts';

/** The gates, by who may pass. @see gate-makers.server.ts */

export const publicLoader = loaderGate('public', provePublic);
export const viewerLoader = loaderGate('viewer', proveViewer);
export const adminLoader = loaderGate('admin', proveAdmin);
export const memberLoader = loaderGate('member', proveMember);
export const facilitatorLoader = loaderGate('facilitator', proveFacilitator);
export const hostLoader = loaderGate('host', proveHost);

// What is done at one session (`:session`), by whoever has its duties.
export const scribeLoader = loaderGate('scribe', proveScribe);
export const runnerLoader = loaderGate('runner', proveRunner);
export const scribeAction = actionGate('scribe', proveScribe);
export const runnerAction = actionGate('runner', proveRunner);
export const runnerButton = buttonGate('runner', proveRunner);

// What is between people: an ask (`:ask`), and a conversation of two (`:conversation`).
export const askerLoader = loaderGate('asker', proveAsker);
export const askReaderLoader = loaderGate('ask-reader', proveAskReader);
export const partnerLoader = loaderGate('partner', provePartner);
export const askerAction = actionGate('asker', proveAsker);
export const askReaderAction = actionGate('ask-reader', proveAskReader);
export const partnerAction = actionGate('partner', provePartner);
export const askerButton = buttonGate('asker', proveAsker);
export const askReaderButton = buttonGate('ask-reader', proveAskReader);

export const publicAction = actionGate('public', provePublic);
export const viewerAction = actionGate('viewer', proveViewer);
export const adminAction = actionGate('admin', proveAdmin);
export const memberAction = actionGate('member', proveMember);
export const facilitatorAction = actionGate('facilitator', proveFacilitator);
export const hostAction = actionGate('host', proveHost);

// What is done also in a circle that is archived.
export const archivedMemberAction = actionGate('member', proveMember, { whenArchived: true });
export const archivedHostAction = actionGate('host', proveHost, { whenArchived: true });

export const viewerButton = buttonGate('viewer', proveViewer);
export const memberButton = buttonGate('member', proveMember);
export const archivedMemberButton = buttonGate('member', proveMember, { whenArchived: true });
export const facilitatorButton = buttonGate('facilitator', proveFacilitator);
export const adminButton = buttonGate('admin', proveAdmin);

export const viewerUpload = uploadGate('viewer', proveViewer);
