// Hebrew, Arabic and their neighbours: the blocks that Unicode gives to scripts from right to left.
export const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A name or title for a place without markup, set between FSI and PDI where it runs from right to
 * left, so that it turns none of the words, numbers and signs around it. In markup it is a `<bdi>`.
 */
export const apart = (text: string): string =>
  RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
