/**
 * What OCSF 1.9.0 (schema.ocsf.io) requires of the classes and objects that are used here: attributes that must be there, and of which at
 * least one must be.
 */
interface Required {
  readonly all: readonly string[];
  readonly oneOf?: readonly string[];
}

const base = ['activity_id', 'category_uid', 'class_uid', 'metadata', 'severity_id', 'time', 'type_uid'];

const ocsfClasses: Readonly<Record<number, Required & { readonly activities: readonly number[] }>> = {
  0: { all: base, activities: [0, 99] },
  3002: { all: [...base, 'user'], oneOf: ['service', 'dst_endpoint'], activities: [0, 1, 2, 3, 4, 5, 6, 99] },
  3004: { all: [...base, 'entity'], activities: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 99] },
  // `application` since 1.9.0, `app` before it.
  6002: { all: [...base, 'app', 'application'], activities: [0, 1, 2, 3, 4, 5, 6, 7, 8, 99] },
  6005: {
    all: [...base, 'actor', 'src_endpoint'],
    oneOf: ['database', 'databucket', 'table'],
    activities: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99],
  },
};

/** By the name of the attribute that holds them. */
const ocsfObjects: Readonly<Record<string, Required>> = {
  metadata: { all: ['product', 'version'] },
  product: { all: ['name', 'vendor_name'] },
  app: { all: ['name', 'vendor_name'] },
  actor: { all: [], oneOf: ['process', 'user', 'session', 'application'] },
  user: { all: [], oneOf: ['account', 'name', 'uid'] },
  src_endpoint: { all: [], oneOf: ['ip', 'uid', 'name', 'hostname', 'svc_name', 'instance_uid'] },
  database: { all: ['type_id'], oneOf: ['name', 'uid'] },
  service: { all: [], oneOf: ['name', 'uid'] },
  entity: { all: [], oneOf: ['name', 'uid'] },
  fingerprint: { all: ['algorithm_id', 'value'] },
  raw_data_hash: { all: ['algorithm_id', 'value'] },
  attestation_list: { all: [], oneOf: ['fingerprint', 'signatures'] },
  prev_event: { all: ['uid'] },
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const missing = ({ all, oneOf = [] }: Required, held: Record<string, unknown>, where: string): string[] => [
  ...all.filter((name) => held[name] === undefined).map((name) => `${where}.${name}`),
  ...(oneOf.length > 0 && oneOf.every((name) => held[name] === undefined) ? [`${where}: one of ${oneOf.join()}`] : []),
];

const missingWithin = (value: Record<string, unknown>): string[] =>
  Object.entries(value).flatMap(([name, held]) => {
    const each = (Array.isArray(held) ? held : [held]).filter(isRecord);
    const required = ocsfObjects[name];
    return name === 'unmapped'
      ? []
      : each.flatMap((one) => [...(required ? missing(required, one, name) : []), ...missingWithin(one)]);
  });

/** What is wrong with an event; nothing when it is one of OCSF 1.9.0. */
export const ocsfProblems = (event: Record<string, unknown>): string[] => {
  const { class_uid, activity_id, type_uid, category_uid } = event;
  const known = ocsfClasses[Number(class_uid)];
  if (!known) return [`class ${String(class_uid)}`];
  return [
    ...missing(known, event, `class ${String(class_uid)}`),
    ...missingWithin(event),
    ...(known.activities.includes(Number(activity_id)) ? [] : [`activity ${String(activity_id)}`]),
    ...(activity_id === 99 && event['activity_name'] === undefined ? ['activity_name'] : []),
    ...(type_uid === Number(class_uid) * 100 + Number(activity_id) ? [] : ['type_uid']),
    ...(category_uid === Math.floor(Number(class_uid) / 1000) ? [] : ['category_uid']),
  ];
};
