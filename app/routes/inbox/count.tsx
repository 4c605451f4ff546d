import { viewerLoader } from '#app/access/gates.server.ts';

/** How much in the viewer's inbox is new, a hundred at most, for a page that stays open. */
export const loader = viewerLoader(({ viewer }) => Response.json(viewer.inbox.unread));
