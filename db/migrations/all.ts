import type { Migration } from 'kysely';
import * as people from './0001-people.ts';
import * as circles from './0002-circles.ts';
import * as reading from './0003-reading.ts';
import * as sessions from './0004-sessions.ts';
import * as discussions from './0005-discussions.ts';
import * as joining from './0006-joining.ts';
import * as signUp from './0007-sign-up.ts';
import * as threadFilters from './0008-thread-filters.ts';
import * as sessionMoves from './0009-session-moves.ts';
import * as planning from './0010-planning.ts';
import * as progress from './0011-progress.ts';
import * as choosing from './0012-choosing.ts';
import * as shelves from './0013-shelves.ts';
import * as seasons from './0014-seasons.ts';
import * as replanningUndo from './0015-replanning-undo.ts';
import * as signInEnds from './0016-sign-in-ends.ts';
import * as backups from './0019-backups.ts';
import * as anyLocale from './0020-any-locale.ts';
import * as seenNotes from './0021-seen-notes.ts';
import * as noteSubmissions from './0022-note-submissions.ts';
import * as cardThreads from './0023-card-threads.ts';
import * as sectionStamps from './0024-section-stamps.ts';
import * as otherSubmissions from './0025-other-submissions.ts';
import * as otherSessions from './0027-other-sessions.ts';
import * as settledInvitations from './0029-settled-invitations.ts';
import * as archivedCircles from './0030-archived-circles.ts';
import * as profiles from './0031-profiles.ts';
import * as markedThreads from './0035-marked-threads.ts';
import * as messages from './0036-messages.ts';
import * as inbox from './0037-inbox.ts';
import * as betweenPeople from './0038-between-people.ts';
import * as asks from './0039-asks.ts';
import * as conversations from './0040-conversations.ts';
import * as helping from './0041-helping.ts';
import * as askingTogether from './0042-asking-together.ts';
import * as polls from './0043-polls.ts';
import * as series from './0044-series.ts';
import * as turningUp from './0045-turning-up.ts';
import * as calendars from './0046-calendars.ts';
import * as endsOfSeries from './0048-ends-of-series.ts';
import * as clocks from './0049-clocks.ts';
import * as commitmentAsks from './0051-commitment-asks.ts';
import * as feedSubmissions from './0052-feed-submissions.ts';
import * as booksOfSeries from './0054-books-of-series.ts';
import * as otherClocks from './0055-other-clocks.ts';
import * as favourites from './0056-favourites.ts';

/** Every migration, in order. Names are kept in the database: never rename or reorder one. */
export const migrations: Record<string, Migration> = {
  '0001-people': people,
  '0002-circles': circles,
  '0003-reading': reading,
  '0004-sessions': sessions,
  '0005-discussions': discussions,
  '0006-joining': joining,
  '0007-sign-up': signUp,
  '0008-thread-filters': threadFilters,
  '0009-session-moves': sessionMoves,
  '0010-planning': planning,
  '0011-progress': progress,
  '0012-choosing': choosing,
  '0013-shelves': shelves,
  '0014-seasons': seasons,
  '0015-replanning-undo': replanningUndo,
  '0016-sign-in-ends': signInEnds,
  '0019-backups': backups,
  '0020-any-locale': anyLocale,
  '0021-seen-notes': seenNotes,
  '0022-note-submissions': noteSubmissions,
  '0023-card-threads': cardThreads,
  '0024-section-stamps': sectionStamps,
  '0025-other-submissions': otherSubmissions,
  '0027-other-sessions': otherSessions,
  '0029-settled-invitations': settledInvitations,
  '0030-archived-circles': archivedCircles,
  '0031-profiles': profiles,
  '0035-marked-threads': markedThreads,
  '0036-messages': messages,
  '0037-inbox': inbox,
  '0038-between-people': betweenPeople,
  '0039-asks': asks,
  '0040-conversations': conversations,
  '0041-helping': helping,
  '0042-asking-together': askingTogether,
  '0043-polls': polls,
  '0044-series': series,
  '0045-turning-up': turningUp,
  '0046-calendars': calendars,
  '0048-ends-of-series': endsOfSeries,
  '0049-clocks': clocks,
  '0051-commitment-asks': commitmentAsks,
  '0052-feed-submissions': feedSubmissions,
  '0054-books-of-series': booksOfSeries,
  '0055-other-clocks': otherClocks,
  '0056-favourites': favourites,
};
