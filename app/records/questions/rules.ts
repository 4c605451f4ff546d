export const LONGEST_QUESTION = 500;
/** So long a question is given on the agenda, until whoever runs it says otherwise. */
export const QUESTION_MINUTES = 10;
