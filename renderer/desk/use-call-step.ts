import { useMutation } from '@tanstack/react-query';
import type { CallView } from '../../shared/call-view.js';
import { useShowCall } from '../use-desk-state.js';

/** A step of the call: main decides, the window shows the call it answers. */
export const useCallStep = <Request>(step: (request: Request) => Promise<CallView>) => {
  const showCall = useShowCall();
  return useMutation<CallView, Error, Request>({ mutationFn: (request) => step(request), onSuccess: showCall });
};
