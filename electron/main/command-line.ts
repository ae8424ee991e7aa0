/** What the program was started for. */
export type Asked =
  | { readonly kind: 'desk'; readonly link: string | null }
  | { readonly kind: 'check-policy'; readonly file: string | null; readonly json: boolean }
  | { readonly kind: 'device-key' }
  | { readonly kind: 'rotate-device-key' }
  | { readonly kind: 'self-test'; readonly json: boolean }
  | { readonly kind: 'forget' }
  | { readonly kind: 'version' }
  | { readonly kind: 'help' }
  | { readonly kind: 'usage'; readonly complaint: string };

/** After BSD's sysexits.h, where it has a word for it. */
export const exitCodes = { ok: 0, problems: 1, usage: 64, unavailable: 69, bug: 70, busy: 75 } as const;

export const help = `Usage: tunniste [tunniste:call?ticket=…&from=…]
       tunniste --check-policy [FILE] [--json]
       tunniste --device-key | --rotate-device-key
       tunniste --self-test [--json]
       tunniste --forget
       tunniste --version | --help

Without a command it opens the desk; a link fills the form of a new call where the policy allows it.

  --check-policy [FILE]  Check this machine's policy, or FILE as if it were all there is.
                         One problem a line: source:line: path: kind: detail. Of a policy without any,
                         each purpose with its score (0-100) and the weakest way to it, and one
                         warning a line in the same form. Warnings do not change the exit code.
      --json             The same as one JSON object.
  --device-key           Print the public key of this desk and account as a C2SP signed-note verifier
                         key (name+hash+key); it is made when there is none. Needs the keychain of a
                         desktop session.
  --rotate-device-key    Put another key in its place and print it. The old one signs for it in the journal, so that
                         either of them verifies all of the journal.
  --self-test [--json]   Look at this installation: archive, fuses, sandbox, policy, journal, keychain, servers.
                         One check a line. It leaves a profile of its own, which --forget removes.
  --forget               Remove this account's keys from the keychain and all the desk keeps for it but the
                         audit journal, which stays. What was sealed in the journal can then not be opened.
                         Requests that have not been sent keep it from doing so.
  --version              Print the version.
  --help                 Print this.

Exit codes: 0 done, all sound · 1 the policy has problems, a check found something wrong, requests have not been
sent · 64 wrong usage · 69 the keychain or the key file is not available, a check could not be made · 70 a bug ·
75 the desk is open: close it and try again.

No command opens a window or disturbs a desk that is open; only --self-test talks to the network, to the servers that
the policy names. On Windows the program has no console: send what it prints into a file or a pipe.
`;

/** Of a run from source: the product's own, and what Electron and Chromium take. */
const fromSource =
  /^--(?:policy|policies|browser|(?:allow|auth|disable|enable|force|gtk|headless|ignore|inspect|js|lang|log|no|ozone|password|proxy|remote|touch|trace|use|user|v|vmodule)(?:-[a-z-]+)?)(?:=.*)?$/;

const isLink = (word: string): boolean => /^tunniste:/i.test(word);

/** Electron and what is meant for it come first; on a run from source the path of the app follows. */
const ownWords = (argv: readonly string[], isPackaged: boolean): readonly string[] => {
  const words = argv.slice(1);
  if (isPackaged) return words;
  const app = words.findIndex((word) => !word.startsWith('-'));
  return words.slice(app + 1).filter((word) => !fromSource.test(word));
};

const usage = (complaint: string): Asked => ({ kind: 'usage', complaint });

const command = ([first, ...rest]: readonly string[]): Asked => {
  const words = rest.filter((word) => word !== '--json');
  const json = words.length < rest.length;
  const [file = null, ...more] = words;
  if (first === '--check-policy' && more.length === 0 && !file?.startsWith('-')) {
    return { kind: 'check-policy', file, json };
  }
  if (first === '--self-test' && words.length === 0) return { kind: 'self-test', json };
  if (rest.length > 0) return usage(`not understood: ${rest.join(' ')}`);
  if (first === '--device-key') return { kind: 'device-key' };
  if (first === '--rotate-device-key') return { kind: 'rotate-device-key' };
  if (first === '--forget') return { kind: 'forget' };
  if (first === '--version') return { kind: 'version' };
  return first === '--help' ? { kind: 'help' } : usage(`no such option: ${first}`);
};

/**
 * Reads the command line. A link stands alone: whoever wrote it has no say in anything else the program does.
 * @param argv as the process was given it, the program first
 */
export const readCommandLine = (argv: readonly string[], isPackaged: boolean): Asked => {
  const words = ownWords(argv, isPackaged);
  const [first] = words[0] === '--' ? words.slice(1) : words;
  if (first === undefined) return { kind: 'desk', link: null };
  if (words.some(isLink)) {
    const alone = words.filter((word) => word !== '--').length === 1;
    return alone ? { kind: 'desk', link: first } : usage('a link stands alone');
  }
  return first.startsWith('-') ? command(words) : usage(`not understood: ${first}`);
};
