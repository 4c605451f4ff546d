declare module 'html-to-text' {
  /** What reads the options once, for many messages. */
  export function compile(options: object): (html: string) => string;
}
