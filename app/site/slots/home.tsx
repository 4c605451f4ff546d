import type { HomeSlots, LoadedBy } from '#app/frame/slots.ts';
import { MailToPassOn } from '#app/site/views/mail-to-pass-on.tsx';
import type { load } from './home.server.ts';

export const slots: HomeSlots<LoadedBy<typeof load>> = {
  needs: [{ order: 90, show: ({ loaded: count }) => count > 0 && <MailToPassOn count={count} /> }],
};
