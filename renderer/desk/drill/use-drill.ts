import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useCommand } from '../../commands.js';
import { api } from '../../desk-api.js';
import { useShowDrill } from '../../use-desk-state.js';

type Pane = 'choosing' | 'assessing' | null;

/** Which of a drill's own panes is open; the call between them is the desk's. */
export const useDrill = () => {
  const [pane, setPane] = useState<Pane>(null);
  const showDrill = useShowDrill();
  const { mutate: end, error } = useMutation({
    mutationFn: () => api.endDrill(),
    onSuccess: () => {
      setPane(null);
      showDrill(null);
    },
  });
  const choose = useCallback(() => setPane('choosing'), []);
  const chosen = useCallback(() => setPane(null), []);
  const assess = useCallback(() => setPane('assessing'), []);
  useCommand('drill', choose);
  useCommand(
    'drill-end',
    useCallback(() => end(), [end]),
  );
  return { choosing: pane === 'choosing', assessing: pane === 'assessing', choose, chosen, assess, error };
};
