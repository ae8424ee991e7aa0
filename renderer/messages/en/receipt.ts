/** Pasted into tickets, so it may name nothing but the call. */
export const receipt = {
  title: 'Caller verification',
  reference: 'Reference',
  ticket: 'Ticket',
  purpose: 'Purpose',
  started: 'Started',
  closed: 'Closed',
  outcome: 'Outcome',
  result: 'Result',
  verified: 'verified',
  notVerified: 'not verified',
  level: 'Level',
  methods: 'Methods',
  none: 'none',
} as const;
