import { disclose, issueReceipt, type Withheld } from '../../electron/main/audit/disclosure.js';

/** What is withheld, for a test to look at: it issues itself the receipt that the product gets from the journal alone. */
export const opened = <T>(withheld: Withheld<T>): T =>
  disclose(issueReceipt(0, [withheld]), withheld, (value) => value);
