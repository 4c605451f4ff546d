import { viewerLoader } from '#app/access/gates.server.ts';

/** How much in the viewer's inbox is new, for a page that stays open. */
export const loader = viewerLoader(({ viewer }) => Response.json(viewer.inbox.unread));
