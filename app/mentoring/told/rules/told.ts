/** Pure decisions about what somebody was told. Without imports: views use it in the browser. */

/** So long is each of its two texts. */
export const TOLD_MAX = 4000;

/** Where the draft of a new one is kept, and of a change. */
export const placeOfNewTold = (circle: string) => `told-${circle}`;
export const placeOfToldChange = (id: number) => `told-change-${id}`;
