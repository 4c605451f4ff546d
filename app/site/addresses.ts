/** Where things of this room are, for links and redirects. */

export const addressOfAccount = (person: string | number) => `/site/people/${person}`;

export const addressOfReactivation = (person: string | number) =>
  `/site/people/${person}/reactivation`;

export const addressOfAdminWithdrawal = (person: string | number) =>
  `/site/people/${person}/admin-withdrawal`;

export const addressOfAdminGrant = (person: string | number) =>
  `/site/people/${person}/admin-grant`;

export const OUTBOX = '/site/outbox';

export const addressOfKeptMail = (message: string | number) => `/site/outbox/${message}`;

export const addressOfKeptMailBody = (message: string | number) => `/site/outbox/${message}/mail`;
