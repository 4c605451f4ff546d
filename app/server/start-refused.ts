/** A failure with words for the person at the terminal; no stack is shown. */
export class StartRefused extends Error {}
