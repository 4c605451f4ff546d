/** What a page says after something was done. The words of every notice, by code. */
export interface Notice {
  words: string;
  /** a form that takes it back: `action` makes its address from the notice's parameter */
  undo?: { label: string; action: (param: string) => string };
  /** drops what this browser kept for the person whose number is the parameter */
  forgets?: true;
}

export const notices = {
  saved: { words: 'Saved.' },
  'button-not-read': { words: 'That could not be read, so nothing was changed. Try once more.' },
  'circle-started': { words: 'Your circle is there. Invite the first people.' },
  'circle-joined': { words: 'Welcome. You have a seat.' },
  'line-joined': { words: 'All seats are taken just now, so you’re on the waiting list.' },
  'line-left': { words: 'You’re no longer in line.' },
  'line-place-removed': { words: 'They are no longer in line, and were told.' },
  'request-sent': { words: 'Asked. The answer comes by mail.' },
  'request-withdrawn': { words: 'Your request is withdrawn.' },
  'request-accepted': { words: 'They have a seat now, and were told.' },
  'request-accepted-line': { words: 'All seats are taken, so they are in line, and were told.' },
  'request-declined': { words: 'Declined. They were told, with your word.' },
  'invitation-withdrawn': { words: 'The invitation is withdrawn: its link no longer works.' },
  'link-ended': { words: 'The link no longer works.' },
  'agreement-saved': { words: 'Saved. Everyone else is asked again.' },
  'agreement-consented': { words: 'You’re in.' },
  'role-changed': { words: 'Their role is changed.' },
  'member-removed': { words: 'They are no longer in the circle, and were told.' },
  'circle-handed-over': { words: 'Handed over. You’re a facilitator now.' },
  'circle-left': { words: 'You’ve left the circle. What you wrote there stays.' },
  'note-taken-back': {
    words: 'You took your note back. Others see that you did, not what it said.',
    undo: {
      label: 'Bring it back',
      action: (param) => {
        const [circle, thread, note] = param.split('/');
        return `/circles/${circle}/threads/${thread}/notes/${note}/restoration`;
      },
    },
  },
  'note-restored': { words: 'Your note is back.' },
  'book-shelved': { words: 'It’s on your shelf.' },
  'book-want': { words: 'It’s on your shelf: want to read.' },
  'book-reading': { words: 'It’s on your shelf: reading.' },
  'book-read': { words: 'It’s on your shelf: read.' },
  'book-off': { words: 'It’s off your shelf.' },
  'book-taken-off': {
    words: 'It’s off your shelf.',
    undo: { label: 'Put it back', action: (entry) => `/shelf/books/${entry}/return` },
  },
  'book-put-back': { words: 'It’s back on your shelf.' },
  'import-taken-up': { words: 'Taken up again.' },
  'import-undone': { words: 'Taken back. What you changed yourself is still there.' },
  'book-entered': { words: 'The book is entered. Now plan when it is read.' },
  'reading-planned': { words: 'The reading is planned. Every member sees it.' },
  'reading-replanned': {
    words: 'The rest is planned anew. Every member sees it.',
    undo: {
      label: 'Undo',
      action: (param) => {
        const [circle, reading, version] = param.split('/');
        return `/circles/${circle}/reading/${reading}/replanning/undoing?version=${version}`;
      },
    },
  },
  'replanning-undone': { words: 'The plan is as it was before. Every member sees it.' },
  'replanning-undone-late': {
    words: 'Something changed since, so nothing was undone. This is how it stands now.',
  },
  'replanning-undone-taken': {
    words: 'Another reading has those days by now, so nothing was undone.',
  },
  'replanning-stale': {
    words: 'Something changed while you looked, so nothing was done. This is how it stands now.',
  },
  'reading-ended': {
    words: 'The reading has ended. Everyone is asked what they took from it.',
    undo: { label: 'Take it up again', action: (param) => `/circles/${param}/reopening` },
  },
  'takeaway-saved': { words: 'Saved. The circle can read it.' },
  'takeaway-taken-back': {
    words: 'You took it back. Nobody else sees it.',
    undo: {
      label: 'Bring it back',
      action: (param) => {
        const [circle, reading] = param.split('/');
        return `/circles/${circle}/reading/${reading}/wrap/takeaway/restoration`;
      },
    },
  },
  'takeaway-restored': { words: 'It is back.' },
  'answer-kept': { words: 'Kept. You can change it until the list opens.' },
  'answer-open': { words: 'That counts as no answer yet. Come back when you know.' },
  'list-opened': { words: 'Everyone has answered, so the list is open.' },
  'list-joined': { words: 'You’re on the list.' },
  'list-open-before': { words: 'The list had opened already, so nothing was changed.' },
  'reading-reopened': { words: 'The reading goes on.' },
  'sections-read': {
    words: 'Marked as read. Notes up to there are open to you.',
    undo: {
      label: 'Undo',
      action: (param) => {
        const [circle, reading, at] = param.split('/');
        return `/circles/${circle}/reading/${reading}/progress/undoing?at=${at}`;
      },
    },
  },
  'progress-saved': { words: 'Saved. Notes are folded by it from now on.' },
  'progress-undone': { words: 'Taken back.' },
  'choice-opened': { words: 'It is open. Everyone gets a mail and can propose a book.' },
  'choice-open-already': { words: 'A choice was open already. This is it.' },
  'choice-moved': { words: 'Saved. Everyone is told by mail.' },
  'choice-closed': { words: 'It is closed and counted. Everyone gets a mail.' },
  'choice-cancelled': { words: 'The choice is called off.' },
  'book-proposed': { words: 'Proposed. Now rank it, if you like.' },
  'proposal-withdrawn': {
    words: 'The book is withdrawn.',
    undo: { label: 'Bring it back', action: (param) => `/circles/${param}/restoration` },
  },
  'proposal-restored': { words: 'The book is back.' },
  'ballot-cast': { words: 'Your ranking is kept. You can change it until it closes.' },
  'ballot-taken-back': { words: 'Your ranking is taken back.' },
  'winner-without-sections': {
    words: 'The reading is set. Paste the table of contents here; then plan what is read by when.',
  },
  'session-scheduled': { words: 'The session is set. Everyone gets a mail and says if they come.' },
  'session-moved': { words: 'Saved. Everyone is told by mail.' },
  'session-cancelled': { words: 'The session is cancelled. Everyone is told by mail.' },
  'reply-yes': { words: 'You’re coming.' },
  'reply-maybe': { words: 'You may come. You can change it until it starts.' },
  'reply-no': { words: 'You can’t come. The others see it.' },
  'agenda-card-added': { words: 'The card is on the agenda.' },
  'agenda-card-there': { words: 'The card was on the agenda already.' },
  'sign-up-mailed': {
    words:
      'Look in your mailbox: we have written to the address you gave. The link in that mail finishes your account.',
  },
  'reset-mailed': {
    words:
      'If that address has an account here, a mail with a link to choose a new password is on its way.',
  },
  'password-reset': { words: 'You have a new password, and every other browser is signed out.' },
  'password-changed': { words: 'Your password is changed, and every other browser is signed out.' },
  'email-confirmed': { words: 'Thank you. Your address is confirmed.' },
  'confirmation-mailed': { words: 'We have written to that address. Follow the link in the mail.' },
  'sign-in-again': {
    words: 'Something about your account was changed at that very moment. Please sign in again.',
  },
  'signed-out': { words: 'You’re signed out. This browser keeps nothing of yours.', forgets: true },
  'sign-in-ended': { words: 'That browser is signed out.' },
  'sign-ins-ended': { words: 'Every other browser is signed out.' },
  'person-deactivated': {
    words: 'That account is deactivated, and every sign-in of it has ended.',
    undo: { label: 'Undo', action: (person) => `/site/people/${person}/reactivation` },
  },
  'person-reactivated': { words: 'That account is active again.' },
  'admin-granted': {
    words: 'That person administers the site now.',
    undo: { label: 'Undo', action: (person) => `/site/people/${person}/admin-withdrawal` },
  },
  'admin-withdrawn': {
    words: 'That person no longer administers the site.',
    undo: { label: 'Undo', action: (person) => `/site/people/${person}/admin-grant` },
  },
} satisfies Record<string, Notice>;

export type NoticeCode = keyof typeof notices;
