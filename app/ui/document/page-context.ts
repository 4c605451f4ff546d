import { createContext } from 'react';

export interface PageContextValue {
  nonce: string;
  requestId: string;
  /** in the browser: the addresses of the scripts of the page at a pathname */
  scriptsOf?: (pathname: string) => string[];
  /** where the server puts the parts of a document that it keeps (see KeptPart) */
  keeps?: boolean;
}

/** What the document itself needs of its request. */
export const PageContext = createContext<PageContextValue>({ nonce: '', requestId: '' });
