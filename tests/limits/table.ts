import { confirmations } from '#app/accounts/limits.server.ts';
import { books } from '#app/books/limits.server.ts';
import { feeds } from '#app/calendars/limits.server.ts';
import { choiceMoves, choices, proposals } from '#app/choosing/limits.server.ts';
import * as circles from '#app/circles/limits.server.ts';
import { noteEdits, notes, threads } from '#app/discussions/limits.server.ts';
import * as joining from '#app/joining/limits.server.ts';
import * as limits from '#app/mentoring/limits.server.ts';
import { pollChanges, polls } from '#app/polls/limits.server.ts';
import { readings } from '#app/reading/limits.server.ts';
import { endings } from '#app/seasons/limits.server.ts';
import { seriesBegun, seriesChanges } from '#app/series/limits.server.ts';
import { roundsSet, sessionMoves, sessions } from '#app/sessions/limits.server.ts';
import { imports, ownBooks } from '#app/shelves/limits.server.ts';
import type { Made } from './scene.ts';
import * as answers from './scenes/answers.ts';
import * as asking from './scenes/asking.ts';
import * as choosing from './scenes/choosing.ts';
import * as circle from './scenes/circles.ts';
import * as discussion from './scenes/discussions.ts';
import * as finding from './scenes/finding.ts';
import * as mentoring from './scenes/mentoring.ts';
import * as own from './scenes/own.ts';
import * as reading from './scenes/reading.ts';
import * as series from './scenes/series.ts';
import * as told from './scenes/told.ts';
import * as writing from './scenes/writing-asks.ts';

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
  'routes/accounts/picture': 'each is written over the one before; tries are counted',
  'routes/accounts/picture-removal': CHANGES,
  'routes/accounts/email': [
    { limit: confirmations, repeat: 'another', scene: own.changingAddress },
  ],
  'routes/accounts/confirmation': [
    { limit: confirmations, repeat: 'another', scene: own.confirmingAddress },
  ],
  'routes/accounts/password': TRIES,
  'routes/accounts/sign-ins': CHANGES,
  'routes/calendars/feeds': [{ limit: feeds, repeat: 'another', scene: own.makingFeeds }],
  'routes/asks/new': [{ limit: limits.drafts, repeat: 'same', scene: writing.beginningAsks }],
  'routes/asks/edit': [
    { limit: limits.asks, repeat: 'same', scene: writing.sendingAsks },
    { limit: limits.askEdits, repeat: 'same', scene: writing.changingAsks },
  ],
  'routes/asks/keeping': 'a draft is written over; what others read counts as at its page',
  'routes/asks/discarding': CHANGES,
  'routes/asks/closing': CHANGES,
  'routes/asks/reopening': CHANGES,
  'routes/helping/helping': ONE_ROW,
  'routes/helping/helping-undoing': ONE_ROW,
  'routes/helping/back': CHANGES,
  'routes/helping/apart': [{ limit: limits.keptApart, repeat: 'same', scene: own.keepingApart }],
  'routes/helping/apart-removal': CHANGES,
  'routes/helping/apart-return': CHANGES,
  'routes/helping/block-lifting': CHANGES,
  'routes/notifications/hearing': ONE_ROW,
  'routes/notifications/hearing-undoing': CHANGES,
  'routes/notifications/between': ONE_ROW,
  'routes/notifications/between-undoing': CHANGES,
  'routes/notifications/hear': ONE_ROW,
  'routes/notifications/volume': ONE_ROW,
  'routes/notifications/volume-undoing': CHANGES,
  'routes/week/week': ONE_ROW,
  'routes/week/beginning': 'once a week',
  'routes/week/stopping': CHANGES,
  'routes/week/weekly': CHANGES,
  'routes/week/one': CHANGES,
  'routes/week/result': CHANGES,
  'routes/week/undoing': CHANGES,
  'routes/week/ask': 'a week becomes one draft, of which there are so many',
  'routes/week/kept': CHANGES,
  'routes/week/forgetting': CHANGES,
  'routes/week/season-question': 'it is asked once a season',
  'routes/inbox/marking': CHANGES,
  'routes/inbox/marking-undoing': CHANGES,
  'routes/site/settings': ADMIN,
  'routes/site/deactivation': ADMIN,
  'routes/site/reactivation': ADMIN,
  'routes/site/admin-grant': ADMIN,
  'routes/site/admin-withdrawal': ADMIN,
  'routes/site/mail-test': ADMIN,
  'routes/site/mail-sending-all': ADMIN,
  'routes/site/mail-addresses': ADMIN,
  'routes/site/mail-sending': ADMIN,
  'routes/site/mail-forgetting': ADMIN,
  'routes/site/mail-keeping': ADMIN,

  'routes/joining/join': [{ limit: joining.joins, repeat: 'same', scene: circle.joiningByLink }],
  'routes/joining/invited': [
    { limit: joining.joins, repeat: 'same', scene: circle.joiningInvited },
  ],
  'routes/circles/new': [{ limit: circles.circles, repeat: 'same', scene: circle.startingCircles }],
  'routes/joining/about': [
    { limit: joining.joinRequests, repeat: 'same', scene: circle.askingForSeats },
  ],
  'routes/joining/request-withdrawal': CHANGES,
  'routes/joining/seat': 'a place in line comes by an invitation or a request',
  'routes/circles/agreement': ONE_ROW,
  'routes/circles/agreement-edit': [
    { limit: circles.agreements, repeat: 'same', scene: circle.changingAgreements },
  ],
  'routes/circles/person': CHANGES,
  'routes/circles/person-removal': 'who was removed must join again first',
  'routes/circles/person-host': 'whom it was handed to must hand it back first',
  'routes/joining/invitations': [
    { limit: joining.invitationsToAddress, repeat: 'same', scene: circle.invitingOne },
    { limit: joining.invitationsADay, repeat: 'same', scene: circle.invitingMany },
    { limit: joining.invitationsAnHour, repeat: 'same', scene: circle.invitingMany },
  ],
  'routes/joining/invitation-resending': [
    { limit: joining.invitationsAnHour, repeat: 'another', scene: circle.sendingAgain },
  ],
  'routes/joining/invitation-withdrawal': CHANGES,
  'routes/joining/join-link': [
    { limit: joining.joinLinks, repeat: 'another', scene: circle.makingLinks },
  ],
  'routes/joining/join-link-end': CHANGES,
  'routes/joining/request-decision': 'each answers one request',
  'routes/joining/waiting-removal': CHANGES,
  'routes/circles/settings': CHANGES,
  'routes/circles/archiving': CHANGES,
  'routes/circles/reopening': CHANGES,
  'routes/circles/leave': 'who left must join again first',

  'routes/books/new': [{ limit: books, repeat: 'same', scene: reading.enteringBooks }],
  'routes/books/book': 'a book holds so many sections',
  'routes/reading/new': [{ limit: readings, repeat: 'same', scene: reading.planningReadings }],
  'routes/reading/edit': 'it is written over the plan there was',
  'routes/reading/replanning': 'of the plans there were, one is kept',
  'routes/reading/replanning-undoing': CHANGES,
  'routes/reading/ending': [{ limit: endings, repeat: 'same', scene: reading.endingReadings }],
  'routes/reading/reopening': CHANGES,
  'routes/reading/progress': ONE_ROW,
  'routes/reading/progress-undoing': CHANGES,
  'routes/seasons/wrap': ONE_ROW,
  'routes/seasons/removal': ONE_ROW,
  'routes/seasons/restoration': CHANGES,
  'routes/seasons/opening': ONE_ROW,
  'routes/seasons/recommitment': ONE_ROW,

  'routes/choosing/new': [{ limit: choices, repeat: 'same', scene: choosing.openingChoices }],
  'routes/choosing/ballot': ONE_ROW,
  'routes/choosing/closing': [
    { limit: choiceMoves, repeat: 'refused', scene: choosing.movingChoices },
  ],
  'routes/choosing/reading': [
    { limit: books, repeat: 'same', scene: choosing.startingWinners },
    { limit: readings, repeat: 'same', scene: choosing.startingWinners },
  ],
  'routes/choosing/proposal-new': [
    { limit: proposals, repeat: 'same', scene: choosing.proposingBooks },
  ],
  'routes/choosing/proposal-withdrawal': ONE_ROW,
  'routes/choosing/proposal-restoration': CHANGES,

  'routes/sessions/reminders': ONE_ROW,
  'routes/sessions/reminders-mine': ONE_ROW,
  'routes/sessions/new': [{ limit: sessions, repeat: 'same', scene: reading.schedulingSessions }],
  'routes/sessions/edit': [
    { limit: sessionMoves, repeat: 'refused', scene: reading.movingSessions },
  ],
  'routes/sessions/cancellation': 'it can be done once, until it is taken back, which is counted',
  'routes/sessions/restoration': [
    { limit: sessionMoves, repeat: 'same', scene: reading.restoringSessions },
  ],
  'routes/sessions/reply': ONE_ROW,
  'routes/polls/new': [{ limit: polls, repeat: 'same', scene: finding.openingPolls }],
  'routes/polls/poll': ONE_ROW,
  'routes/polls/answer': ONE_ROW,
  'routes/polls/undoing': CHANGES,
  'routes/polls/none': ONE_ROW,
  'routes/polls/filling': ONE_ROW,
  'routes/polls/usual-times': ONE_ROW,
  'routes/polls/slots': [{ limit: pollChanges, repeat: 'refused', scene: finding.changingSlots }],
  'routes/polls/choice': 'it can be done once, and the session counts as one that is scheduled',
  'routes/polls/ending': 'it can be done once, until it is taken back, which is counted',
  'routes/polls/reopening': [{ limit: pollChanges, repeat: 'same', scene: finding.reopeningPolls }],
  'routes/sessions/close': ONCE,
  'routes/sessions/close-undoing': CHANGES,
  'routes/sessions/reply-link': ONE_ROW,
  'routes/sessions/duties': CHANGES,
  'routes/sessions/duties-passing': 'somebody passes on what they have, once',
  'routes/sessions/duties-volunteering': 'it is taken once, until it is passed on',
  'routes/sessions/duties-swapping': CHANGES,
  'routes/rota/rota': CHANGES,
  'routes/rota/pause': ONE_ROW,
  'routes/rota/return': CHANGES,
  'routes/sessions/agenda': 'an agenda holds so many items',
  'routes/sessions/agenda-edit': 'an agenda holds so many items',
  'routes/recipes/for-session': 'an agenda holds so many items',
  'routes/recipes/undoing': CHANGES,
  'routes/recipes/favourites': 'each of what is shipped is one row for a circle',

  'routes/series/new': [{ limit: seriesBegun, repeat: 'same', scene: series.beginningSeries }],
  'routes/series/edit': [{ limit: seriesChanges, repeat: 'refused', scene: series.changingSeries }],
  'routes/series/ending': 'it can be done once, until it is taken back, which is counted',
  'routes/series/resuming': [
    { limit: seriesChanges, repeat: 'same', scene: series.resumingSeries },
  ],
  'routes/series/skipping': 'it can be done once, until it is taken back, which is counted',
  'routes/records/minutes':
    'it is one row, and what it said before is kept as often as it is written',
  'routes/records/used': CHANGES,
  'routes/records/attendance': CHANGES,
  'routes/records/question': ONE_ROW,
  'routes/records/question-removal': CHANGES,
  'routes/records/question-restoration': CHANGES,
  'routes/records/questions':
    'an agenda holds so many items, and a session one thread of questions',
  'routes/records/takeaway': ONE_ROW,
  'routes/records/takeaway-removal': CHANGES,
  'routes/records/takeaway-restoration': CHANGES,
  'routes/records/commitment': ONE_ROW,
  'routes/records/becoming': CHANGES,
  'routes/records/became-undoing': CHANGES,
  'routes/records/commitment-removal': CHANGES,
  'routes/records/commitment-restoration': CHANGES,

  'routes/rounds/round': [
    { limit: limits.roundAsks, repeat: 'same', scene: asking.writingForRounds },
  ],
  'routes/rounds/setting': [{ limit: roundsSet, repeat: 'same', scene: asking.settingRounds }],
  'routes/rounds/removal': CHANGES,
  'routes/rounds/passing': ONE_ROW,
  'routes/rounds/bringing': ONE_ROW,
  'routes/rounds/opening': ONCE,
  'routes/rounds/turn': CHANGES,
  'routes/rounds/helping': 'each is an answer, and those are limited: tests/mentoring/rounds',
  'routes/rounds/taking': ONCE,
  'routes/rounds/closing': CHANGES,
  'routes/rounds/reopening': CHANGES,
  'routes/asks/offer': [{ limit: limits.offers, repeat: 'same', scene: answers.offeringHelp }],
  'routes/asks/not-now': [{ limit: limits.offers, repeat: 'same', scene: answers.sayingNotNow }],
  'routes/asks/question': [{ limit: limits.questions, repeat: 'same', scene: answers.askingFirst }],
  'routes/asks/answer-link': 'it makes what the pages of the three answers make, counted there',
  'routes/asks/withdrawal': CHANGES,
  'routes/asks/taking': ONCE,
  'routes/asks/setting-aside': CHANGES,
  'routes/asks/reminding': CHANGES,
  'routes/asks/question-answer': ONCE,

  'routes/threads/new': [{ limit: threads, repeat: 'same', scene: discussion.startingThreads }],
  'routes/threads/thread': [{ limit: notes, repeat: 'same', scene: discussion.writingNotes }],
  'routes/threads/marking': ONE_ROW,
  'routes/threads/marking-undoing': CHANGES,
  'routes/threads/opening': ONE_ROW,
  'routes/threads/following': ONE_ROW,
  'routes/told/new': [{ limit: limits.tolds, repeat: 'same', scene: told.sharingWhatWasTold }],
  'routes/told/edit': [
    { limit: limits.toldChanges, repeat: 'same', scene: told.changingWhatWasTold },
  ],
  'routes/told/deletion': CHANGES,
  'routes/told/restoration': CHANGES,
  'routes/notes/edit': [{ limit: noteEdits, repeat: 'same', scene: discussion.editingNotes }],
  'routes/notes/deletion': ONE_ROW,
  'routes/notes/restoration': CHANGES,

  'routes/conversations/conversation': [
    { limit: limits.lines, repeat: 'same', scene: mentoring.writingLines },
  ],
  'routes/conversations/ending': ONCE,
  'routes/conversations/outcome': ONE_ROW,
  'routes/conversations/thanks': ONE_ROW,
  'routes/conversations/thanks-removal': CHANGES,
  'routes/conversations/blocking': ONE_ROW,
  'routes/conversations/report': [
    { limit: limits.reports, repeat: 'same', scene: mentoring.handingOver },
  ],
  'routes/reports/report': CHANGES,
  'routes/conversations/meeting-new': [
    { limit: limits.meetings, repeat: 'same', scene: mentoring.settingMeetings },
  ],
  'routes/conversations/meeting-edit': [
    { limit: limits.meetingMoves, repeat: 'refused', scene: mentoring.movingMeetings },
  ],
  'routes/conversations/meeting-calling-off':
    'it can be done once, until it is taken back, which is counted',
  'routes/conversations/meeting-restoration': [
    { limit: limits.meetingMoves, repeat: 'same', scene: mentoring.restoringMeetings },
  ],
  'routes/conversations/line-edit': [
    { limit: limits.lineEdits, repeat: 'same', scene: mentoring.editingLines },
  ],
  'routes/conversations/line-deletion': ONE_ROW,
  'routes/conversations/line-restoration': CHANGES,

  'routes/books/catalogue': ONE_ROW,
  'routes/shelves/shelf': CHANGES,
  'routes/shelves/new-book': [{ limit: ownBooks, repeat: 'same', scene: own.shelvingBooks }],
  'routes/shelves/book': CHANGES,
  'routes/shelves/removal': CHANGES,
  'routes/shelves/return': CHANGES,
  'routes/shelves/new-import': [{ limit: imports, repeat: 'same', scene: own.importing }],
  'routes/shelves/import': 'one import is read once at a time',
  'routes/shelves/import-undoing': ONCE,
};
