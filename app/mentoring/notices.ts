import { addressOfCircle } from '#app/circles/addresses.ts';
import { addressOfConversation, HELPING, WEEK } from '#app/mentoring/addresses.ts';
import { addressOfPuttingBack } from '#app/mentoring/apart/addresses.ts';
import { addressOfReopening } from '#app/mentoring/asks/addresses.ts';
import { addressOfMeetingRestoration } from '#app/mentoring/meetings/addresses.ts';
import { addressOfToldRestoration } from '#app/mentoring/told/addresses.ts';
import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import type { Notice } from '#app/ui/page/notice-line.tsx';

type MentoringNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends MentoringNotices {}
}

const reopen = { label: 'Open it again', action: addressOfReopening };

/** Of a round, whose parameter is 'slug/sessions/42'. */
const inRound = (param: string, act: string) => `${addressOfCircle(param)}/asks/${act}`;

/** `week/version/page`. */
const weekUndo = {
  label: 'Undo',
  action: (param: string) => {
    const [week = '', version = '', back = ''] = param.split('/');
    return `${addressOfWeek(week)}/undoing?version=${version}&back=${back}`;
  },
};

/** What is said after an act of this room, by code. */
export const notices = {
  // asks
  'ask-kept': { words: 'Kept. Nobody else has read it.' },
  'ask-changed': { words: 'Changed. Whoever may read it reads it so from now on.' },
  'ask-sent': { words: 'Sent. You will hear of every answer.' },
  'ask-sent-before': { words: 'It is sent: it can be closed, and not be discarded any more.' },
  'ask-discarded': { words: 'The draft is gone.' },
  'ask-found': { words: 'Closed: you found help.', undo: reopen },
  'ask-unneeded': { words: 'Closed: no longer needed.', undo: reopen },
  'ask-reopened': { words: 'Open again. Its days begin anew.' },
  // apart
  'kept-apart': { words: 'It’s on your list, which only you see.' },
  'apart-off': {
    words: 'It’s off your list.',
    undo: { label: 'Undo', action: addressOfPuttingBack },
  },
  'apart-back': { words: 'It’s on your list again.' },
  'apart-gone': { words: 'It was off your list already.' },
  'apart-full': {
    words: 'Your list is full by now, so nobody was put back. Take somebody off it first.',
    stays: true,
  },
  'block-lifted': { words: 'The block is lifted.' },
  'block-none': { words: 'There was no block any more.' },

  // helping
  'helping-saved': {
    words: 'Saved. It holds from now on.',
    undo: { label: 'Undo', action: (param) => `${HELPING}/undoing?as=${param}` },
  },
  'helping-as-before': { words: 'As it was before.' },
  'helping-changed-since': {
    words: 'It was changed again since, so it stays as it is.',
    stays: true,
  },
  'helping-back': { words: 'Good to have you back. You can be asked again.' },
  'round-set': {
    words: 'We all ask then. Its cards are on the agenda, and everyone else is told.',
    undo: { label: 'Take it off', action: (param) => inRound(param, 'removal') },
  },
  'round-taken-off': {
    words: 'The round is taken off. What was written stays its writers’ draft.',
    undo: { label: 'Hold it after all', action: (param) => inRound(param, 'setting') },
  },
  'round-stays': { words: 'An ask was read already, so the round stays.' },
  'round-not-yours': { words: 'Whoever runs the session does that.' },
  'round-gone': { words: 'There is no round at this session any more.' },
  'round-closed': { words: 'The session is over or off, so nothing was changed.' },
  'round-not-now': { words: 'It is opened when the session begins.' },
  'round-open': { words: 'The round is open. What was written is sent to everybody here.' },
  'round-open-before': { words: 'It was open already.' },
  'round-went-on': { words: 'Somebody had gone on already: this is whose turn it is.' },
  'round-over': {
    words: 'The round is closed.',
    undo: { label: 'Go on with it', action: (param) => inRound(param, 'reopening') },
  },
  'round-ask-kept': { words: 'Kept. Nobody reads it before the round.' },
  'round-ask-sent': { words: 'It is in the round, after the others.' },
  'round-ask-out': { words: 'Yours is out already, so it stays.' },
  'round-ask-gone': { words: 'That ask is not there any more.' },
  'round-passed': { words: 'You pass this time. Nobody is told.' },
  'round-unpassed': { words: 'Good. Write yours below.' },
  'round-help': { words: 'You can help. They read your name.' },
  'round-help-back': { words: 'Taken back.' },
  'round-help-full': {
    words: 'You help as many as you take on at once. Say it in the room, or change that first.',
  },
  'round-taken': { words: 'Taken up. The two of you find each other under Asks.' },
  'round-offer-gone': { words: 'That offer is not there any more.' },
  'round-offer-full': {
    words: 'They help as many as they take on at once, by now. Ask somebody else who offered.',
  },
  'round-offer-closed': { words: 'Your ask is closed. Open it again first.' },
  'round-help-often': { words: 'You have answered very often just now. Say it in the room.' },
  'round-help-taken': { words: 'They have taken it up already.' },
  'round-help-late': { words: 'That ask is not read just now, so nothing was said.' },
  'line-saved': { words: 'Your note is saved.' },
  'line-restored': { words: 'Your note is back.' },
  'conversation-ended': { words: 'It is over. What was said stays for the two of you.' },
  'outcome-said': { words: 'Thank you for saying so.' },
  'thanks-sent': { words: 'Your thanks are on their way.' },
  'thanks-taken-back': { words: 'Your thanks are taken back.' },
  'person-blocked': { words: 'They are a stranger to what you ask and say between two people.' },
  'report-handed-over': { words: 'Handed over. This is exactly what they read.' },
  'report-settled': { words: 'They read that you saw to it.' },
  'report-open': { words: 'It needs you still.' },
  'meeting-set': { words: 'It is set. You both see it here.' },
  'meeting-moved': { words: 'It is moved.' },
  'meeting-off': {
    words: 'The meeting is off.',
    undo: {
      label: 'Meet after all',
      action: (param) => {
        const [conversation = '', meeting = ''] = param.split('/');
        return addressOfMeetingRestoration(conversation, meeting);
      },
    },
  },
  'meeting-restored': { words: 'It is on after all.' },
  'line-taken-back': {
    words: 'You took your note back. The other sees that you did, not what it said.',
    undo: {
      label: 'Bring it back',
      action: (param) => {
        const [conversation = '', note = ''] = param.split('/');
        return `${addressOfConversation(conversation)}/notes/${note}/restoration`;
      },
    },
  },

  // week, giving
  'week-set': { words: 'Kept. You are asked on that day, and can stop whenever you like.' },
  'week-began': { words: 'Whom will you ask?' },
  'week-begun-before': { words: 'This week has one already.' },
  'week-stopped': { words: 'Stopped. Begin again whenever you like.' },
  'week-weekly': { words: 'Every week again.' },
  'week-planned': { words: 'Kept. Only you see it.' },
  'week-asked': { words: 'You asked. That was the hard part.', undo: weekUndo },
  'week-answered': { words: 'Kept. What will you do with it?', undo: weekUndo },
  'week-no_reply': { words: 'Kept. Answers take their time.', undo: weekUndo },
  'week-let_go': { words: 'Let go. There will be another week.', undo: weekUndo },
  'week-skipped': { words: 'Not this week, then.', undo: weekUndo },
  'week-now-fortnightly': {
    words: 'Two weeks without one, so this comes every other week now.',
    undo: { label: 'Every week again', action: () => `${WEEK}/weekly` },
  },
  'week-undone': { words: 'As it was before.' },
  'week-changed': {
    words: 'This had changed meanwhile, so nothing was saved over. Here is how it stands.',
    stays: true,
  },
  'week-kept': { words: 'Kept, for you alone.' },
  'week-forgotten': { words: 'Forgotten.' },
  'week-is-draft': { words: 'A draft with your words. It stays here until you send it.' },
  'week-drafts-full': {
    words: 'You keep as many drafts as there may be. Send or discard one first.',
    stays: true,
  },
  'season-offered': { words: 'It stands under “Ask me about” now.' },
  'season-let-be': { words: 'Let be. It is asked once a season.' },
  // what somebody was told
  'told-changed': { words: 'Saved.' },
  'told-restored': { words: 'It is back.' },
  'told-shared': { words: 'Shared with the circle.' },
  'told-taken-back': {
    words: 'Taken back. Nobody else sees that it was there.',
    undo: {
      label: 'Bring it back',
      action: (param) => {
        const [circle = '', told = ''] = param.split('/');
        return addressOfToldRestoration(circle, told);
      },
    },
  },

  // answers to an ask
  'answer-link-over': { words: 'Nothing was sent: this link is over.' },
  'answer-withdrawn': { words: 'Taken back. What you wrote is kept for you.' },
  'answer-in-conversation': { words: 'You two have a conversation about it. It ends there.' },
  'offer-away': { words: 'They are not to be had for this any more.' },
  'offer-closed': { words: 'This ask is closed. Open it again first.' },
  'offer-full': {
    words:
      'They help as many people as they can just now. Their offer stays, and so does your ask.',
    stays: true,
  },
  'offer-gone': { words: 'That offer was taken back meanwhile.' },
  'offer-made': { words: 'Told. You hear as soon as they take it up.' },
  'offer-set-aside': { words: 'Thanked. You can still take it up later.' },
  'offer-taken': { words: 'You two can talk now. Nobody else reads it.' },
  'not-now-said': { words: 'Told: not now, and after which day.' },
  'question-answered': { words: 'Answered.' },
  'question-asked': { words: 'Asked. You hear as soon as there is an answer.' },
  'remind-off': { words: 'You are not reminded of it.' },
  'remind-on': { words: 'You are reminded on that day.' },
} satisfies Record<string, Notice>;
