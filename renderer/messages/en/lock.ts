export const lock = {
  title: 'The desk is locked',
  why: {
    idle: 'Nobody had touched the computer for a while.',
    absolute: 'The time of the session is over.',
    screen: 'The computer was locked.',
    suspend: 'The computer was asleep.',
    agent: 'You locked it.',
    lapse: 'The session had ended by itself.',
    unknown: 'The desk did not end in the ordinary way last time, so it may have been locked.',
  },
  who: 'Signed in',
  organisation: 'Organisation',
  since: 'Locked since',
  token: 'Registry token',
  tokenAbout: 'The same one you signed in with. Somebody else signs out first.',
  signInAbout: 'Sign in again to unlock. Somebody else signs out first.',
  unlock: 'Unlock',
  unlocking: 'Unlocking…',
  signOut: 'Sign out',
  callKept: 'A call is open. Unlock to go on with it; it will be abandoned in {{time}}.',
  callOver: 'A call is open and is being abandoned.',
  abandoned: {
    title: 'A call was abandoned',
    why: {
      'desk-stopped': 'The desk had stopped while it was open.',
      'window-closed': 'The window was closed while it was open.',
      quit: 'The desk was ended while it was open.',
      'window-crashed': 'The window had failed while it was open.',
      locked: 'The desk stayed locked for too long.',
    },
    about:
      'It ended {{at}}; all of it up to there is on record. To go on with the caller, start a new call and prove them anew.',
  },
  putAway: 'The desk was locked during this call',
  putAwayAbout:
    'What had been found and proven was put away, so find the caller again and prove them anew. The call itself and what was counted go on.',
  ended: {
    absolute: 'The session was over: its time is limited.',
    'wrong-keys': 'The desk signed out after five wrong tries to unlock it.',
  },
  endedAbout: 'An open call was abandoned, and all of it is on record. Sign in to go on.',
} as const;
