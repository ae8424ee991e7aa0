import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReportSaved } from '../../../shared/report.js';
import { api } from '../../desk-api.js';

interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface Saving<Asked> {
  readonly save: (asked: Asked) => void;
  readonly pending: boolean;
  /** Null until something is known of it. */
  readonly progress: Progress | null;
  readonly saved: ReportSaved | undefined;
  readonly error: Error | null;
}

/** A report on its way into a file. Nobody waits for one whose dialog is gone: it is cancelled. */
export const useReport = <Asked>(ask: (asked: Asked) => Promise<ReportSaved>): Saving<Asked> => {
  const [progress, setProgress] = useState<Progress | null>(null);
  const { mutate, isPending, data, error } = useMutation({ mutationFn: ask, onMutate: () => setProgress(null) });
  useEffect(() => {
    const stop = api.onEvent((event) => {
      if (event.kind === 'report') setProgress({ done: event.done, of: event.of });
    });
    return () => {
      stop();
      void api.cancelReport().catch(() => undefined);
    };
  }, []);
  return { save: mutate, pending: isPending, progress, saved: data, error };
};
