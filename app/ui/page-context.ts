import { createContext } from 'react';

/** What the document itself needs of its request. */
export const PageContext = createContext<{ nonce: string; requestId: string }>({
  nonce: '',
  requestId: '',
});
