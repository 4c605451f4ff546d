import { z } from 'zod';
import { line } from '#app/platform/forms/fields.server.ts';

/** An address that is written to again. */
export const WriteAgainSchema = z.object({ address: line(254, 'Say which address.') });
