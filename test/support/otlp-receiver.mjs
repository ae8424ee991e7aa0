// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:https';
import express from 'express';
import * as z from 'zod';

/** A 64-bit number, which ProtoJSON writes as a decimal string. */
const whole = z.string().regex(/^(?:0|-?[1-9][0-9]{0,18})$/);
const unsigned = z.string().regex(/^(?:0|[1-9][0-9]{0,19})$/);

/** AnyValue: exactly one of them (opentelemetry/proto/common/v1/common.proto). @type {z.ZodType} */
const anyValue = z.union([
  z.strictObject({ stringValue: z.string() }),
  z.strictObject({ boolValue: z.boolean() }),
  z.strictObject({ intValue: whole }),
  z.strictObject({ doubleValue: z.number() }),
  z.strictObject({ bytesValue: z.base64() }),
]);
/** Keys are not empty and not told twice. */
const attributes = z
  .array(z.strictObject({ key: z.string().min(1), value: anyValue }))
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'a key twice');

const logRecord = z.strictObject({
  timeUnixNano: unsigned,
  observedTimeUnixNano: unsigned,
  /** Enums are numbers in OTLP's JSON, never names. */
  severityNumber: z.int().min(0).max(24),
  severityText: z.string().optional(),
  body: anyValue,
  attributes,
  droppedAttributesCount: z.int().nonnegative().optional(),
  flags: z.int().nonnegative().optional(),
  /** Hex, not base64: OTLP's one departure from ProtoJSON. */
  traceId: z.union([z.literal(''), z.string().regex(/^[0-9a-fA-F]{32}$/)]).optional(),
  spanId: z.union([z.literal(''), z.string().regex(/^[0-9a-fA-F]{16}$/)]).optional(),
  eventName: z.string().optional(),
});

/** ExportLogsServiceRequest in OTLP's JSON encoding; names are lowerCamelCase, and any other is a mistake here. */
const exportLogs = z.strictObject({
  resourceLogs: z.array(
    z.strictObject({
      resource: z.strictObject({ attributes, droppedAttributesCount: z.int().optional() }),
      scopeLogs: z.array(
        z.strictObject({
          scope: z.strictObject({
            name: z.string(),
            version: z.string().optional(),
            attributes: attributes.optional(),
          }),
          logRecords: z.array(logRecord),
          schemaUrl: z.url().optional(),
        }),
      ),
      schemaUrl: z.url().optional(),
    }),
  ),
});

/**
 * @typedef {'pass' | 'busy' | 'refuse' | 'reject-one' | 'unauthorised' | 'page' | 'empty' | 'silent' | 'cut'} ReceiverMode
 *
 * @typedef {z.output<typeof logRecord>} LogRecord
 */

/**
 * A receiver of logs over OTLP/HTTP on loopback, which takes only what the published JSON mapping allows and tells what it finds wrong.
 * @param {import('./certificates.mjs').Pair} tls
 */
export async function startOtlpReceiver(tls) {
  /** @type {ReceiverMode} */
  let mode = 'pass';
  /** @type {LogRecord[]} */
  const records = [];
  /** @type {z.output<typeof exportLogs>[]} */
  const requests = [];
  /** @type {string[]} */
  const mistakes = [];
  const app = express();
  app.use((request, response, next) => {
    const type = request.header('content-type');
    if (request.method === 'POST' && request.path === '/v1/logs' && type === 'application/json') return next();
    mistakes.push(`${request.method} ${request.path} ${type}`);
    response.status(415).json({ code: 3, message: 'not OTLP' });
  });
  app.use(express.json({ limit: '4mb', strict: true }));
  app.post('/v1/logs', (request, response) => {
    if (mode === 'silent') return;
    if (mode === 'cut') return void request.socket.destroy();
    if (mode === 'busy') return void response.status(503).set('Retry-After', '120').json({ code: 14 });
    if (mode === 'unauthorised') return void response.status(401).json({ code: 16 });
    if (mode === 'refuse') return void response.status(400).json({ code: 3 });
    if (mode === 'page') return void response.type('html').send('<h1>Sign in to the network</h1>');
    if (mode === 'empty') return void response.type('json').send('');
    const parsed = exportLogs.safeParse(request.body);
    if (!parsed.success) {
      mistakes.push(z.prettifyError(parsed.error));
      return void response.status(400).json({ code: 3, message: 'not the published mapping' });
    }
    requests.push(parsed.data);
    const told = parsed.data.resourceLogs.flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords));
    const taken = mode === 'reject-one' ? told.slice(1) : told;
    records.push(...taken);
    const rejected = told.length - taken.length;
    response.json(rejected ? { partialSuccess: { rejectedLogRecords: String(rejected), errorMessage: 'one' } } : {});
  });
  const server = createServer(tls, app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `https://127.0.0.1:${port}/v1/logs`,
    records,
    requests,
    mistakes,
    /** @param {ReceiverMode} next */
    set: (next) => void (mode = next),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
