/**
 * Why the desk was locked: `screen` the computer was locked, `agent` by hand, `absolute` the session's time was over, `lapse` the session
 * ended by itself, `unknown` it did not end in order, so that it may have been locked.
 */
export type LockReason = 'idle' | 'absolute' | 'screen' | 'suspend' | 'agent' | 'lapse' | 'unknown';

/** The lock as its screen shows it. Nothing in it tells of a caller. Times are RFC 3339 UTC. */
export interface LockView {
  readonly reason: LockReason;
  readonly since: string;
  /** How the same person shows again that they are: with the access key, or by signing in once more. */
  readonly asks: 'token' | 'sign-in';
  /** When the open call is given up; null when there is none. */
  readonly abandonsAt: string | null;
}

/** Why the desk ended a session by itself. */
export type SessionEnd = 'absolute' | 'wrong-keys';
