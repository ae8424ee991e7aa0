import { useMutation } from '@tanstack/react-query';
import type { CallView } from '../../shared/call-view.js';
import type { RequestOf } from '../../shared/contract.js';
import { api } from '../desk-api.js';
import { registryAnswered, registryRefused } from '../registry-health.js';
import { useShowCall } from '../use-desk-state.js';

/** A lookup, asked once when the agent asks for it; it is on record. */
export const useFind = (onFound: () => void) => {
  const showCall = useShowCall();
  return useMutation<CallView, Error, RequestOf<'findSubject'>>({
    mutationFn: (request) => api.findSubject(request),
    onSuccess: (call) => {
      registryAnswered();
      onFound();
      showCall(call);
    },
    onError: registryRefused,
  });
};
