// Electron without a window: searches the registry over Chromium's stack as it is told, one JSON line in, one out.
import { createInterface } from 'node:readline';
import { app } from 'electron';
import { createNetwork, type Network } from '../../electron/main/network/network.js';
import { createNetSend } from '../../electron/main/registry/net-transport.js';
import { createScimRegistry } from '../../electron/main/registry/scim.js';
import type { ScimPolicy } from '../../electron/main/policy/registry-schema.js';
import { bearer } from './bearer.js';

interface Order {
  readonly policy: ScimPolicy;
  readonly token: string;
  readonly deadlineMilliseconds: number;
}

const search = (network: Network, { policy, token, deadlineMilliseconds }: Order) =>
  createScimRegistry({
    policy,
    allows: () => true,
    token: bearer(token),
    send: createNetSend({ network, deadlineMilliseconds }),
  }).search({ by: 'userName', value: 'mvirta' }, new AbortController().signal);

const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

void app.whenReady().then(() => {
  const network = createNetwork({ allows: () => true, authorities: [], clientCertificate: undefined });
  const orders = createInterface({ input: process.stdin });
  orders.on('line', (line) => void search(network, JSON.parse(line) as Order).then(say, (error) => say(String(error))));
  orders.on('close', () => app.exit(0));
  say('ready');
});
