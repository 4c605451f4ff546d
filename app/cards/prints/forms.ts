import { z } from 'zod';
import type { Printed } from './addresses.ts';

const What = z.enum(['halves', 'slips', 'sheet']).catch('halves');

/** What an address asks to be printed. */
export const printedIn = (search: URLSearchParams): Printed => What.parse(search.get('what'));
