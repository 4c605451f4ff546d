import { limitMaking } from '#app/platform/limits/making-limit.server.ts';
import { limit, network } from '#app/platform/limits/rate-limit.server.ts';

/**
 * How often things may be tried, and why nobody can be locked out by a stranger.
 *
 * Sign-in. Every try counts; a right one is taken back, up to 60 an hour of one person and 600 of one
 * network: no more than anybody needs, and an end for who has the server hash without one. What is
 * over these counts as a wrong one does.
 * - per address and network: someone guessing at one account from one place is stopped at 10, and
 *   nobody else notices.
 * - per network: someone trying many accounts from one place is stopped at 100; an office behind
 *   one address stays well below, because right ones do not count.
 * - per address from everywhere: guesses spread over many networks are stopped at 100 an hour. A
 *   stranger could keep an account at that limit, so it does not hold for a browser its owner has
 *   signed in with before (known-browser.server.ts), which has a count of its own.
 * Windows start with the first try and are never prolonged.
 *
 * Reset. The limit per address keeps a mailbox from being flooded. Whoever reaches it for somebody
 * else has just sent that person eight links that work.
 */
const MINUTE = 60;
const HOUR = 60 * MINUTE;

export const signInHere = limit({ name: 'sign-in-here', points: 10, seconds: 15 * MINUTE });
export const signInNetwork = limit({ name: 'sign-in-net', points: 100, seconds: 15 * MINUTE });
export const signInAddress = limit({ name: 'sign-in-address', points: 100, seconds: HOUR });

/** right passwords, whose tries are taken back as long as these last */
export const rightPassword = limit({ name: 'right-password', points: 60, seconds: HOUR });
export const rightPasswordNetwork = limit({
  name: 'right-password-net',
  points: 600,
  seconds: HOUR,
});

export const resetNetwork = limit({ name: 'reset-net', points: 30, seconds: HOUR });
export const resetAddress = limit({ name: 'reset-address', points: 8, seconds: HOUR });

export const signUpNetwork = limit({ name: 'sign-up-net', points: 40, seconds: HOUR });
export const signUpAddress = limit({ name: 'sign-up-address', points: 5, seconds: HOUR });
/** tries at the password on the page that finishes a sign-up, per link */
export const finishSignUp = limit({ name: 'finish-sign-up', points: 10, seconds: 15 * MINUTE });

/** tries at the current password by somebody already signed in, per person */
export const currentPassword = limit({ name: 'password', points: 10, seconds: 15 * MINUTE });
/** mails a person can have sent to an address they say is theirs */
export const confirmations = limitMaking({
  name: 'confirmation',
  points: 6,
  seconds: HOUR,
  words: (most, wait) =>
    `We have written you ${most} links in the last hour. The last one works; ask for another ${wait}.`,
});

export interface From {
  ip: string;
}

export const networkKey = (from: From) => network(from.ip);

/** Pictures that a person sends: each is decoded, whether or not one comes of it. */
export const pictures = limit({ name: 'picture', points: 20, seconds: HOUR });
