/** What signing in has to do with the lock. */
export interface Door {
  /** The desk was locked, or a session ran out, and since then nobody has shown anew who they are. */
  readonly isShut: boolean;
  /** A session ran out: its call waits as long as behind the lock, and whoever comes next signs in anew. */
  shut(): void;
  /** Somebody has signed in, anew if it was shut: whatever was locked is over. */
  open(): void;
}
