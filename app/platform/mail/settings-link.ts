import { createContext } from 'react';

/** Where the recipient of a mail sets, without signing in, what they get; null where there is no such thing. */
export const SettingsLink = createContext<string | null>(null);
