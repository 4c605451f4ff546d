import { addressOfConversation } from '#app/mentoring/addresses.ts';

export const addressOfMeeting = (conversation: number | string, meeting: number | string) =>
  `${addressOfConversation(conversation)}/meetings/${meeting}`;
export const addressOfNewMeeting = (conversation: number | string) =>
  `${addressOfConversation(conversation)}/meetings/new`;
export const addressOfMeetingRestoration = (
  conversation: number | string,
  meeting: number | string,
) => `${addressOfMeeting(conversation, meeting)}/restoration`;
