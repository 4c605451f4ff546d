import type { Credential, Viewer } from './proofs.ts';
import { type CurrentSignIn, currentSignIn, endSignIn, startSignIn } from './sign-in.server.ts';

/**
 * Who is behind one request. Looked up once, whatever the number of loaders, and collects the
 * Set-Cookie values that the server adds to the response.
 */
export class RequestAccess {
  readonly cookies: string[] = [];
  #current: Promise<CurrentSignIn | null> | undefined;
  /** loaders that have not answered */
  #loading = 0;
  #whenOneLoads: (() => void)[] = [];

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

  /** Runs a loader, so that another one can wait for it. */
  async during<T>(load: () => Promise<T>): Promise<T> {
    this.#loading++;
    try {
      return await load();
    } finally {
      this.#loading--;
      if (this.#loading <= 1) for (const tell of this.#whenOneLoads.splice(0)) tell();
    }
  }

  /**
   * For one loader of a request, the root's: resolves once all others have answered, so that it can
   * say what they changed. All are called before any has read something.
   */
  async othersAnswered(): Promise<void> {
    await new Promise(setImmediate);
    if (this.#loading > 1) await new Promise<void>((tell) => this.#whenOneLoads.push(tell));
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
