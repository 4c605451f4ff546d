import { apart } from '#app/ui/apart.ts';
import type { Recipient } from './queries/recipients.server.ts';

/** 'Ines Ferrer, host of Tuesday leads' */
export const recipientInWords = ({ name, circle }: Recipient) =>
  circle ? `${apart(name)}, host of ${apart(circle.name)}` : `${apart(name)}, who runs this site`;

/** How a form names somebody who may be chosen. */
export const choiceOf = (personId: number, circleId: number | null) =>
  circleId === null ? `admin-${personId}` : `host-${circleId}-${personId}`;

export const nobodyAnyMore = 'They cannot be chosen any more. Choose somebody else.';

export const notTheirs =
  'One of the notes cannot be handed over. Load the page again and tick them once more.';

export const handedBefore =
  'This page has handed something over before, with other words in it. Nothing is lost: what you typed is still here.';
