/**
 * A value as JSON text (RFC 8259), for the way between main and the page: contextBridge copies an object property by property, which for the
 * desk's state takes longer than drawing it, and a string at once.
 */
export type JsonText<Value> = string & { /** Never set: carries the value's type only. */ readonly says?: Value };

export const toText = <Value>(value: Value): JsonText<Value> => JSON.stringify(value);

/** @throws {SyntaxError} for what is no JSON */
export const fromText = <Value>(text: JsonText<Value>): Value => JSON.parse(text) as Value;
