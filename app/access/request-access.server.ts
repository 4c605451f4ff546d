import type { Credential, Viewer } from './proofs.ts';
import { type CurrentSignIn, currentSignIn, endSignIn, startSignIn } from './sign-in.server.ts';

/**
 * Who is behind one request. Looked up once, whatever the number of loaders, and collects the
 * Set-Cookie values that the server adds to the response.
 */
export class RequestAccess {
  readonly cookies: string[] = [];
  #current: Promise<CurrentSignIn | null> | undefined;

  constructor(
    private readonly cookieHeader: string | null,
    private readonly userAgent: string,
    readonly ip: string,
    /** whether this process shows the demo community, whose people are signed in as by links */
    readonly demo = false,
    /** the browser would drop the cookie of a sign-in: it came by http, and the site is at https */
    readonly dropsSignIn = false,
  ) {}

  current(): Promise<CurrentSignIn | null> {
    this.#current ??= currentSignIn(this.cookieHeader).then((current) => {
      if (current?.cookie) this.cookies.push(current.cookie);
      return current;
    });
    return this.#current;
  }

  async viewer(): Promise<Viewer | null> {
    return (await this.current())?.viewer ?? null;
  }

  /**
   * Starts a sign-in for this browser in place of the one it has; its cookie goes out with the
   * response. @returns false, with nothing changed, when the credential does not hold any more
   */
  async signIn(credential: Credential): Promise<boolean> {
    const previous = await this.current();
    const cookie = await startSignIn(credential, this.userAgent);
    if (!cookie) return false;
    if (previous) await endSignIn(previous.token);
    this.cookies.push(cookie);
    this.#current = undefined;
    return true;
  }

  async signOut(): Promise<void> {
    const current = await this.current();
    if (current) this.cookies.push(await endSignIn(current.token));
    this.#current = Promise.resolve(null);
  }
}
