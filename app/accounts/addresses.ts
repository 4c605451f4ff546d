/** Where links that are sent or shown once lead. */

export const addressOfSetup = (token: string) => `/setup/${token}`;

export const addressOfConfirmation = (token: string) => `/confirm-email/${token}`;

export const addressOfFinishingSignUp = (token: string) => `/sign-up/${token}`;

export const addressOfPasswordReset = (token: string) => `/reset-password/${token}`;

/** `hash` is that of its bytes: another picture has another address. */
export const addressOfPicture = (person: string | number, hash: string) =>
  `/people/${person}/pictures/${hash}`;

export const addressOfDemo = (token: string) => `/demo/${token}`;
