import { useMutation } from '@tanstack/react-query';
import type { DialledNumber } from '../../shared/call-view.js';
import { api } from '../desk-api.js';
import { useShowCall } from '../use-desk-state.js';

/** Starts the call-back; the number is handed on and kept nowhere else. */
export const useStartCallBack = (onNumber: (number: DialledNumber | null) => void) => {
  const showCall = useShowCall();
  return useMutation({
    mutationFn: async () => {
      const { call, number } = await api.startCallBack();
      onNumber(number);
      showCall(call);
    },
  });
};
