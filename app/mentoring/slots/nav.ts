import type { Nav } from '#app/frame/slots.ts';
import { HELPING } from '#app/mentoring/addresses.ts';

// /asks takes this place once it is there.
export const nav: Nav = { account: [{ order: 15, label: 'Asking and helping', to: HELPING }] };
