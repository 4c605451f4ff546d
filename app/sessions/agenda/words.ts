/** What a refused form says. */

export const cardGone = 'There is no such card any more.';

export const agendaFull = 'The agenda is full. Take something off it.';

export const agendaClosed = 'This session is over or cancelled, so its agenda stays.';
