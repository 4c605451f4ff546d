/** What a read may be told the time by; the machine's clock without it. */
export interface Clock {
  now?: Date;
}
