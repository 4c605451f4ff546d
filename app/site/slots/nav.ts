import type { Nav } from '#app/frame/slots.ts';

export const nav: Nav = {
  account: [{ order: 30, label: 'Site', to: '/site', forSiteAdmins: true }],
};
