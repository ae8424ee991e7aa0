/** RFC 5321 §4.5.3.1. */
const longest = 254;

/** One mailbox and nothing else: no list, no name beside it, no quoted part that would hide either. */
export const isMailbox = (text: string): boolean =>
  text.length <= longest &&
  /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@[^\s@<>()[\]\\,;:"\p{C}]+\.[^\s@<>()[\]\\,;:"\p{C}.]+$/u.test(text);
