/** Where things of this room are, for links and redirects. */

export const addressOfAccount = (person: string | number) => `/site/people/${person}`;

export const addressOfReactivation = (person: string | number) =>
  `/site/people/${person}/reactivation`;

export const addressOfAdminWithdrawal = (person: string | number) =>
  `/site/people/${person}/admin-withdrawal`;

export const addressOfAdminGrant = (person: string | number) =>
  `/site/people/${person}/admin-grant`;

export const MAIL = '/site/mail';
export const MAIL_TEST = '/site/mail/test';
export const ALL_MAIL_AGAIN = '/site/mail/sending';
export const REFUSED_ADDRESSES = '/site/mail/addresses';

export const addressOfSendingAgain = (mail: string | number) => `/site/mail/${mail}/sending`;

export const addressOfForgetting = (mail: string | number) => `/site/mail/${mail}/forgetting`;

export const addressOfKeeping = (mail: string | number) => `/site/mail/${mail}/keeping`;

export const OUTBOX = '/site/outbox';

export const addressOfKeptMail = (message: string | number) => `/site/outbox/${message}`;

export const addressOfKeptMailBody = (message: string | number) => `/site/outbox/${message}/mail`;
