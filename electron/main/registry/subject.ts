/** The person in the registry, as main alone knows them. Times are RFC 3339; phones E.164 where the registry's value parses. */
export interface Subject {
  /** The registry's own id (RFC 7643 §3.1). */
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly userName: string;
  readonly workEmail: string | null;
  readonly workPhone: string | null;
  readonly stationCode: string | null;
  readonly organisation: string;
  readonly active: boolean;
  readonly endedAt: string | null;
  /** The person has forbidden the use of their data. */
  readonly restricted: boolean;
  /** More is asked about them; never shown. */
  readonly privileged: boolean;
  readonly phoneChangedAt: string | null;
  readonly emailChangedAt: string | null;
  /** Where the registry has several: the person is found and compared by these as well, and they are never shown or called. */
  readonly others?: Readonly<Partial<Record<'workEmail' | 'workPhone', readonly string[]>>>;
  /** BCP 47, as the registry has it (RFC 7643 §4.1.1). */
  readonly preferredLanguage: string | null;
}
