import { confirmations } from '#app/accounts/limits.server.ts';
import { choiceMoves, choices, proposals } from '#app/choosing/limits.server.ts';
import * as circles from '#app/circles/limits.server.ts';
import { noteEdits, notes, threads } from '#app/discussions/limits.server.ts';
import { books, readings } from '#app/reading/limits.server.ts';
import { endings } from '#app/seasons/limits.server.ts';
import { sessionMoves, sessions } from '#app/sessions/limits.server.ts';
import { imports, ownBooks } from '#app/shelves/limits.server.ts';
import type { Made } from './scene.ts';
import * as choosing from './scenes/choosing.ts';
import * as circle from './scenes/circles.ts';
import * as discussion from './scenes/discussions.ts';
import * as own from './scenes/own.ts';
import * as reading from './scenes/reading.ts';

const ONCE = 'it can be done once';
const CHANGES = 'it changes a row, or takes one away';
const ONE_ROW = 'it is one row for a person and a thing';
const TRIES = 'its tries are limited, per address and network';
const ADMIN = 'it is an administrator’s';

/**
 * Of every route that writes: the limits on what it makes, each with somebody who makes it, or why
 * it needs none. A route without a row here fails the test.
 */
export const table: Record<string, Made[] | string> = {
  'routes/accounts/sign-in': TRIES,
  'routes/accounts/sign-out': CHANGES,
  'routes/accounts/sign-up': TRIES,
  'routes/accounts/finish-sign-up': TRIES,
  'routes/accounts/setup': ONCE,
  'routes/accounts/confirm-email': ONCE,
  'routes/accounts/forgot-password': TRIES,
  'routes/accounts/reset-password': ONCE,
  'routes/accounts/demo': 'it answers in a demo only',
  'routes/accounts/account': CHANGES,
  'routes/accounts/email': [
    { limit: confirmations, repeat: 'another', scene: own.changingAddress },
  ],
  'routes/accounts/confirmation': [
    { limit: confirmations, repeat: 'another', scene: own.confirmingAddress },
  ],
  'routes/accounts/password': TRIES,
  'routes/accounts/sign-ins': CHANGES,
  'routes/site/settings': ADMIN,
  'routes/site/deactivation': ADMIN,
  'routes/site/reactivation': ADMIN,
  'routes/site/admin-grant': ADMIN,
  'routes/site/admin-withdrawal': ADMIN,

  'routes/join': [{ limit: circles.joins, repeat: 'same', scene: circle.joiningByLink }],
  'routes/circles/invited': [
    { limit: circles.joins, repeat: 'same', scene: circle.joiningInvited },
  ],
  'routes/circles/new': [{ limit: circles.circles, repeat: 'same', scene: circle.startingCircles }],
  'routes/circles/about': [
    { limit: circles.joinRequests, repeat: 'same', scene: circle.askingForSeats },
  ],
  'routes/circles/request-withdrawal': CHANGES,
  'routes/circles/seat': 'a place in line comes by an invitation or a request',
  'routes/circles/agreement': ONE_ROW,
  'routes/circles/agreement-edit': [
    { limit: circles.agreements, repeat: 'same', scene: circle.changingAgreements },
  ],
  'routes/circles/person': CHANGES,
  'routes/circles/person-removal': 'who was removed must join again first',
  'routes/circles/person-host': 'whom it was handed to must hand it back first',
  'routes/circles/invitations': [
    { limit: circles.invitationsToAddress, repeat: 'same', scene: circle.invitingOne },
    { limit: circles.invitationsADay, repeat: 'same', scene: circle.invitingMany },
    { limit: circles.invitationsAnHour, repeat: 'same', scene: circle.invitingMany },
  ],
  'routes/circles/invitation-resending': [
    { limit: circles.invitationsAnHour, repeat: 'another', scene: circle.sendingAgain },
  ],
  'routes/circles/invitation-withdrawal': CHANGES,
  'routes/circles/join-link': [
    { limit: circles.joinLinks, repeat: 'another', scene: circle.makingLinks },
  ],
  'routes/circles/join-link-end': CHANGES,
  'routes/circles/request-decision': 'each answers one request',
  'routes/circles/waiting-removal': CHANGES,
  'routes/circles/settings': CHANGES,
  'routes/circles/leave': 'who left must join again first',

  'routes/circles/reading/books/new': [
    { limit: books, repeat: 'same', scene: reading.enteringBooks },
  ],
  'routes/circles/reading/books/book': 'a book holds so many sections',
  'routes/circles/reading/new': [
    { limit: readings, repeat: 'same', scene: reading.planningReadings },
  ],
  'routes/circles/reading/edit': 'it is written over the plan there was',
  'routes/circles/reading/replanning': 'of the plans there were, one is kept',
  'routes/circles/reading/replanning-undoing': CHANGES,
  'routes/circles/reading/ending': [
    { limit: endings, repeat: 'same', scene: reading.endingReadings },
  ],
  'routes/circles/reading/reopening': CHANGES,
  'routes/circles/reading/progress': ONE_ROW,
  'routes/circles/reading/progress-undoing': CHANGES,
  'routes/circles/reading/wrap/wrap': ONE_ROW,
  'routes/circles/reading/wrap/removal': ONE_ROW,
  'routes/circles/reading/wrap/restoration': CHANGES,
  'routes/circles/reading/wrap/opening': ONE_ROW,
  'routes/circles/reading/wrap/recommitment': ONE_ROW,

  'routes/circles/choosing/new': [
    { limit: choices, repeat: 'same', scene: choosing.openingChoices },
  ],
  'routes/circles/choosing/ballot': ONE_ROW,
  'routes/circles/choosing/closing': [
    { limit: choiceMoves, repeat: 'refused', scene: choosing.movingChoices },
  ],
  'routes/circles/choosing/reading': [
    { limit: books, repeat: 'same', scene: choosing.startingWinners },
    { limit: readings, repeat: 'same', scene: choosing.startingWinners },
  ],
  'routes/circles/choosing/proposal-new': [
    { limit: proposals, repeat: 'same', scene: choosing.proposingBooks },
  ],
  'routes/circles/choosing/proposal-withdrawal': ONE_ROW,
  'routes/circles/choosing/proposal-restoration': CHANGES,

  'routes/circles/sessions/new': [
    { limit: sessions, repeat: 'same', scene: reading.schedulingSessions },
  ],
  'routes/circles/sessions/edit': [
    { limit: sessionMoves, repeat: 'refused', scene: reading.movingSessions },
  ],
  'routes/circles/sessions/cancellation': ONCE,
  'routes/circles/sessions/reply': ONE_ROW,
  'routes/circles/sessions/agenda': 'an agenda holds so many items',

  'routes/circles/threads/new': [
    { limit: threads, repeat: 'same', scene: discussion.startingThreads },
  ],
  'routes/circles/threads/thread': [
    { limit: notes, repeat: 'same', scene: discussion.writingNotes },
  ],
  'routes/circles/threads/opening': ONE_ROW,
  'routes/circles/notes/edit': [
    { limit: noteEdits, repeat: 'same', scene: discussion.editingNotes },
  ],
  'routes/circles/notes/deletion': ONE_ROW,
  'routes/circles/notes/restoration': CHANGES,

  'routes/shelves/catalogue': ONE_ROW,
  'routes/shelves/shelf': CHANGES,
  'routes/shelves/new-book': [{ limit: ownBooks, repeat: 'same', scene: own.shelvingBooks }],
  'routes/shelves/book': CHANGES,
  'routes/shelves/removal': CHANGES,
  'routes/shelves/return': CHANGES,
  'routes/shelves/new-import': [{ limit: imports, repeat: 'same', scene: own.importing }],
  'routes/shelves/import': 'one import is read once at a time',
  'routes/shelves/import-undoing': ONCE,
};
