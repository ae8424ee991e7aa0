import { createCallUseCases } from '../../electron/main/call/use-cases.js';
import { createDrillDesk } from '../../electron/main/drill/drill-desk.js';
import { drilled } from '../../electron/main/drill/drilled.js';
import { createExercise } from '../../electron/main/drill/exercise.js';
import { unwatched } from '../../electron/main/drill/unwatched.js';
import { createFactors } from '../../electron/main/factors/factors.js';
import { createSendPace } from '../../electron/main/factors/send-pace.js';
import type { DeskEvent } from '../../shared/desk-state.js';
import { ok } from '../../shared/result.js';
import { openCallDesk, shipped, testPolicy } from './call-desk.js';

/** The policy as it is shipped, with a gateway that nobody runs. */
const withGateway = (): string => {
  const policy = JSON.parse(shipped) as { allowedHosts: string[]; factors: object };
  const gateway = { url: 'https://gateway.example/messages', headers: {} };
  const allowedHosts = [...policy.allowedHosts, 'gateway.example'];
  return JSON.stringify({ ...policy, allowedHosts, factors: { ...policy.factors, smsCode: { gateway } } });
};

/** A desk that can drill, over a real journal, with the watch on it as on any desk. */
export const openDrillDesk = async ({
  policy: change = (text: string) => text,
  ...options
}: Parameters<typeof openCallDesk>[0] = {}) => {
  const desk = await openCallDesk({ ...options, checked: testPolicy(() => change(withGateway())) });
  const told: DeskEvent[] = [];
  const { room, watch, audit } = desk;
  const policy = drilled(room.policy);
  const drills = createDrillDesk({
    calls: desk.calls,
    open: (caller) =>
      Promise.resolve(
        ok(
          createExercise({
            caller,
            audit,
            whyNot: room.whyNot,
            policy,
            open: ({ ports, ...own }) => {
              const drilled = {
                ...{ ...room, policy, call: null, search: null, secondAgent: null, owed: null },
                ...own,
                factors: createFactors(policy, ports),
                pace: createSendPace(room.policy.factors.codes.resendSeconds, room.monotonic),
                watch: unwatched(watch.call),
                requests: { keep: () => Promise.resolve(ok({ due: null })) },
                askSecondAgent: () => Promise.resolve({ ok: true as const, agent: 'drill' }),
              };
              return { calls: createCallUseCases(drilled), room: drilled };
            },
            onChanged: () => void told.push({ kind: 'state' }),
            now: room.now,
          }),
        ),
      ),
    emit: (event) => void told.push(event),
  });
  return { ...desk, ...drills, ...drills.handlers, ...drills.drillHandlers, real: desk.calls, told };
};

export type DrillDeskOfTest = Awaited<ReturnType<typeof openDrillDesk>>;
