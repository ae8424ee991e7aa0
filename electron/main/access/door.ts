/** What signing in has to do with the lock. */
export interface Door {
  /** The desk was locked, or a session ran out, and since then nobody has shown anew who they are. */
  readonly isShut: boolean;
  /** Nothing renews a session any more: its call waits as long as behind the lock, and whoever comes next signs in anew. */
  shut(): void;
  /** The same while its agent is at the desk: what the window shows goes too. */
  lapse(): void;
  /** Somebody has signed in, anew if it was shut: whatever was locked is over. */
  open(): void;
}
