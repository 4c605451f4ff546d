import { patientImport } from '#app/ui/document/patient-import.ts';

declare global {
  interface Window {
    /** where Remix keeps its router, for its own development server */
    __remixRouter?: {
      state: { navigation: { location?: { pathname: string; search: string; hash: string } } };
    };
  }
}

/** What Remix imports a route's module by. */
export const importPage = (url: string) => patientImport(url, addressOnItsWay);

function addressOnItsWay(): string {
  const { pathname, search, hash } =
    window.__remixRouter?.state.navigation.location ?? window.location;
  return pathname + search + hash;
}
