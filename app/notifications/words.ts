/** What is between people, wherever it is named: in the inbox, in mails, where one sets what one hears. */
export const ASKS_AND_CONVERSATIONS = 'Asks and conversations';
