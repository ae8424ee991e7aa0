/** The one channel for what main says unasked. */
export const eventChannel = 'desk:event';

/** The channel on which an operation is asked. */
export const channelOf = (operation: string): string => `desk:${operation}`;
