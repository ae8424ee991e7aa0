/** The fields of a subject that an agent may ever be shown or compare. Nothing else is asked of the registry. */
export const fields = ['name', 'userName', 'workEmail', 'workPhone', 'stationCode', 'organisation', 'status'] as const;
export type Field = (typeof fields)[number];

/** What the agent may search by. `name` always goes with an organisation. */
export const identifierKinds = ['userName', 'workEmail', 'workPhone', 'name'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** A masked hit. Masks have a fixed length, so they do not tell how long a name is. */
export interface Candidate {
  /** 1-based place in the list; the only handle on the subject that leaves main. */
  readonly number: number;
  readonly name: string;
  readonly organisation: string;
  readonly workEmail: string;
}
