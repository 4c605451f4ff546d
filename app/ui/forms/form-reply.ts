/** What an action answers when it refuses a form: what was typed, and the reasons by field name. */
export interface FormReply {
  /** as posted, nested by name (`agenda[0].title`); passwords are left out */
  values: Record<string, unknown>;
  /** '' holds the reasons that concern the form as a whole */
  errors: Record<string, string[]>;
}

/** The field that says which form of its page was sent. */
export const FORM_NAME = 'form';

/** Whether a reply is to the form of this name. One that names no form could be to any. */
export function isReplyTo(reply: FormReply, name: string): boolean {
  const sent = reply.values[FORM_NAME];
  return sent === undefined || sent === name;
}

/** The fields of a form, flat, from what was posted, nested by name. */
export function fieldsOf(values: unknown, name = ''): [name: string, value: string][] {
  if (typeof values === 'string') return [[name, values]];
  if (Array.isArray(values)) return values.flatMap((one, at) => fieldsOf(one, `${name}[${at}]`));
  if (typeof values !== 'object' || values === null) return [];
  return Object.entries(values).flatMap(([part, one]) =>
    fieldsOf(one, name ? `${name}.${part}` : part),
  );
}
