/** What a refused form says, by field; '' for the form as a whole. */
export type Reasons = Record<string, string>;

/** The reasons that an outcome can be refused for. */
export type Refused<O> = O extends { ok: false; reason: infer R extends string } ? R : never;
