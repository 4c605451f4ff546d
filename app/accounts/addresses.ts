/** Where links that are sent or shown once lead. */

export const addressOfSetup = (token: string) => `/setup/${token}`;

export const addressOfConfirmation = (token: string) => `/confirm-email/${token}`;

export const addressOfFinishingSignUp = (token: string) => `/sign-up/${token}`;

export const addressOfPasswordReset = (token: string) => `/reset-password/${token}`;

export const addressOfDemo = (token: string) => `/demo/${token}`;
