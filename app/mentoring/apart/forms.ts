import { z } from 'zod';
import { emailAddress } from '#app/accounts/forms.ts';
import { identity, optionalLine } from '#app/platform/forms/fields.server.ts';

/** Somebody of one's circles, an address, or both. */
export const KeepApartSchema = z
  .object({
    person: z.string().default('').transform(identity),
    address: optionalLine(254),
  })
  .superRefine(({ person, address }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (person === null && address === '')
      refuse('address', 'Choose somebody, or type an address.');
    const typed = address === '' ? null : emailAddress.safeParse(address);
    if (typed?.error) refuse('address', typed.error.issues[0]?.message ?? '');
  });
