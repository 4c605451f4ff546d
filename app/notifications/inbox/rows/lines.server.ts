import { sectionsByLine } from '#app/reading/progress/queries/sections-by-line.server.ts';

/** A select (beyond): the ids of the sections beyond a person's line in a circle, as one array. */
export const beyondLine = (of: { circle: string; person: string; today: string }) => `
select array(select id from (${sectionsByLine(of)}) s where beyond) as beyond`;
