import { env } from '#app/platform/settings/env.server.ts';
import type { Recipient } from './mailer.server.tsx';

/** Who this site’s mail comes from. */
export function sender(): Recipient {
  const [, name = '', address = ''] = /^(.*?)\s*<([^<>]+)>$/.exec(env.MAIL_FROM) ?? [];
  return { name: name.replace(/^"(.*)"$/, '$1') || address, address };
}
