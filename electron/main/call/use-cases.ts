import type { Result } from '../../../shared/result.js';
import type { Field } from '../../../shared/subject.js';
import { attest } from './attest.js';
import { bypassProof } from './bypass.js';
import { holdOf } from './call.js';
import { whyShut, type CallRoom } from './call-room.js';
import { changePurpose } from './change-purpose.js';
import { checkTotp } from './check-totp.js';
import { chooseCandidate } from './choose.js';
import { abandonCall, closeCall, putAwayCall } from './close.js';
import { compareClaims } from './compare.js';
import { enterCode } from './enter-code.js';
import { extendBudget } from './extend-budget.js';
import { fileRequest } from './file-request.js';
import { cancelSearch, findSubject } from './find.js';
import { createTurns } from '../turns/turns.js';
import { leftOf } from './hold.js';
import type { CallUseCases } from './late-calls.js';
import { finishCallBack, startCallBack } from './prove.js';
import { copyField, revealField } from './reveal.js';
import { sendCode } from './send-code.js';
import { cancelSecondAgent, proveBySecondAgent } from './second-agent.js';
import { startCall } from './start.js';
import { expire } from './verify.js';
import { viewOf } from './view.js';

/** The call's use cases in the order in which an agent meets them, each in its turn. */
export const createCallUseCases = (room: CallRoom): CallUseCases => {
  const inTurn = createTurns();
  const revealed = new Map<Field, Date>();
  const turn =
    <Request extends unknown[], T>(useCase: (...request: Request) => Promise<Result<T>>) =>
    (...request: Request): Promise<Result<T>> =>
      inTurn(async () => whyShut(room) ?? useCase(...request));

  let expiry: NodeJS.Timeout | undefined;
  /** A timer may fire a moment early, and stands still while the machine sleeps: it is set again until the time is really over. */
  const watchExpiry = (): void => {
    clearTimeout(expiry);
    if (!room.call?.held) revealed.clear();
    const hold = room.call && holdOf(room.call);
    if (!hold) return;
    expiry = setTimeout(() => void inTurn(() => expire(room)).then(watchExpiry), Math.max(1, leftOf(room, hold)));
  };
  /** No step begins on a proof whose time is over while the machine slept; after it the countdown follows what the step made of it. */
  const timed =
    <Request extends unknown[], T>(useCase: (...request: Request) => Promise<Result<T>>) =>
    async (...request: Request): Promise<Result<T>> => {
      const answer = await turn(async (...asked: Request) => {
        await expire(room);
        return useCase(...asked);
      })(...request);
      watchExpiry();
      return answer;
    };

  /** The answer waits until its time is up, but nobody's turn does: a page that asks for ever keeps no ending waiting. */
  const even =
    <Request extends unknown[], T>(useCase: (...request: Request) => Promise<Result<T>>) =>
    (...request: Request): Promise<Result<T>> =>
      room.equalTime(() => timed(useCase)(...request));

  /** What began in its turn is finished in one, whoever may still act by then. */
  const settle = <T>(finish: () => Promise<T>): Promise<T> => inTurn(finish).finally(watchExpiry);

  return {
    handlers: {
      startCall: timed(startCall(room)),
      changePurpose: timed(changePurpose(room)),
      findSubject: timed(findSubject(room)),
      cancelSearch: cancelSearch(room),
      chooseCandidate: timed(chooseCandidate(room)),
      compareClaims: even(compareClaims(room)),
      startCallBack: timed(startCallBack(room)),
      finishCallBack: timed(finishCallBack(room)),
      sendCode: sendCode(room, timed, settle),
      enterCode: even(enterCode(room)),
      checkTotp: even(checkTotp(room)),
      attest: attest(room, timed, settle),
      proveBySecondAgent: proveBySecondAgent(room, timed, settle),
      cancelSecondAgent: cancelSecondAgent(room),
      bypassProof: bypassProof(room, timed, settle),
      revealField: turn(revealField(room, revealed)),
      copyField: turn(copyField(room, revealed)),
      extendBudget: turn(extendBudget(room)),
      fileRequest: turn(fileRequest(room)),
      closeCall: timed(closeCall(room)),
    },
    view: () => (room.call ? viewOf(room, room.call) : null),
    abandon: (reason) => {
      room.search?.abort();
      room.secondAgent?.abort();
      return inTurn(() => abandonCall(room, reason));
    },
    putAway: () => {
      room.search?.abort();
      room.secondAgent?.abort();
      return inTurn(() => putAwayCall(room)).then(watchExpiry);
    },
  };
};
