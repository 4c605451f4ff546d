import { addressOfConversation } from '#app/mentoring/addresses.ts';

export const addressOfMeeting = (conversation: number | string, meeting: number | string) =>
  `${addressOfConversation(conversation)}/meetings/${meeting}`;
export const addressOfNewMeeting = (conversation: number | string) =>
  `${addressOfConversation(conversation)}/meetings/new`;
