import crypto, { KeyObject } from 'node:crypto';

const most = 10_000;

/** What was reckoned of a text is not reckoned again. */
const remembering = <T>(): ((text: string, reckon: () => T) => T) => {
  const known = new Map<string, T>();
  return (text, reckon) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const answer = reckon();
    known.set(text, answer);
    return answer;
  };
};

type Given = KeyObject | { readonly key: Buffer; readonly format: 'der'; readonly type: 'spki' };
type Secret = { readonly key: Buffer; readonly format: 'der'; readonly type: 'pkcs8' };

/**
 * Lets a bundled program ask OpenSSL once whether a key made a signature of a text: of the notes of a journal that is tampered with nearly all
 * are those of the try before, and looking at them again took most of the time, as did reading keys. Other bytes are another question.
 */
export const lookAtSignaturesOnce = (): void => {
  const { createPrivateKey, createPublicKey, verify } = crypto;
  const keys = remembering<KeyObject>();
  const secrets = remembering<KeyObject>();
  const answers = new WeakMap<KeyObject, ReturnType<typeof remembering<boolean>>>();
  const keyOf = (given: Given): KeyObject => {
    const key = createPublicKey(given);
    answers.set(key, remembering());
    return key;
  };
  Object.assign(crypto, {
    createPrivateKey: (given: Secret) => secrets(given.key.toString('latin1'), () => createPrivateKey(given)),
    createPublicKey: (given: Given) =>
      given instanceof KeyObject ? createPublicKey(given) : keys(given.key.toString('latin1'), () => keyOf(given)),
    verify: (_: null, text: Buffer, key: KeyObject, signature: Buffer) => {
      const look = (): boolean => verify(null, text, key, signature);
      return answers.get(key)?.(`${signature.toString('latin1')}${text.toString('latin1')}`, look) ?? look();
    },
  });
};
