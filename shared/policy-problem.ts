/** What a value has to keep to that is more than its type: by name, and as the command line says it. */
export const policyRules = {
  'absolute-path': 'not an absolute path',
  'address-twice': 'the same address twice',
  'message-places': '{{to}} and {{text}} are needed',
  'one-purpose': 'at least one purpose',
  'one-fact': 'at least one fact',
  'no-facts': 'a billing-check asks nobody anything',
  'only-status': 'only status',
  'who-belongs': 'who belongs to it',
  'ldap-filter': 'not an LDAP filter (RFC 4515) without wildcards',
  'openid-scope': 'openid is needed',
  'one-claim': 'at least one value of the claim',
  'regular-expression': 'not a regular expression',
  'bare-address': 'no user, password, query or fragment',
  'time-zone': 'not an IANA time zone',
} as const;
export type PolicyRule = keyof typeof policyRules;

export const valueTypes = ['text', 'number', 'whole', 'boolean', 'object', 'list', 'null'] as const;
export type ValueType = (typeof valueTypes)[number];

/** Where a text stops being JSON (RFC 8259), as the parser that stumbles there names it. */
export const jsonSlips = [
  'InvalidSymbol',
  'InvalidNumberFormat',
  'PropertyNameExpected',
  'ValueExpected',
  'ColonExpected',
  'CommaExpected',
  'CloseBraceExpected',
  'CloseBracketExpected',
  'EndOfFileExpected',
  'InvalidCommentToken',
  'UnexpectedEndOfComment',
  'UnexpectedEndOfString',
  'UnexpectedEndOfNumber',
  'InvalidUnicode',
  'InvalidEscapeCharacter',
  'InvalidCharacter',
  'NestedTooDeeply',
] as const;
export type JsonSlip = (typeof jsonSlips)[number];

/** What is wrong with a value, to be said in any language. */
export type ProblemWhy =
  /** `found` is null where there is none. */
  | { readonly is: 'type'; readonly expected: ValueType; readonly found: ValueType | null }
  /** Of a number the number itself, of text its UTF-16 code units, of a list what stands in it. */
  | { readonly is: 'least' | 'most'; readonly of: 'number' | 'text' | 'list'; readonly limit: number }
  | { readonly is: 'choice'; readonly choices: readonly string[] }
  /** `key`: the pattern is one for the key. */
  | { readonly is: 'pattern' | 'key'; readonly pattern: string }
  | { readonly is: 'url' | 'email' | 'form' }
  | { readonly is: 'rule'; readonly rule: PolicyRule }
  | { readonly is: 'slip'; readonly slip: JsonSlip };
