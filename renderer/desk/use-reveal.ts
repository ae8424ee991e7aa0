import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AnswerOf } from '../../shared/contract.js';
import type { Field } from '../../shared/subject.js';
import { api } from '../desk-api.js';

type Revealed = AnswerOf<'revealField'>;
type RevealedFields = Readonly<Partial<Record<Field, Revealed>>>;

const without = (fields: RevealedFields, field: Field): RevealedFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field));

/** Values live in this hook's state and nowhere else: gone when main says so, when their time is up, and with the step. */
export const useReveal = () => {
  const [revealed, setRevealed] = useState<RevealedFields>({});
  const [copied, setCopied] = useState<{ readonly field: Field; readonly clearsAt: string } | null>(null);

  useEffect(() => {
    const stop = api.onEvent((event) => {
      if (event.kind === 'hide') setRevealed((fields) => without(fields, event.field));
    });
    return () => {
      stop();
      setRevealed({});
    };
  }, []);

  useEffect(() => {
    const timers = Object.values(revealed).map(({ field, hidesAt }) =>
      setTimeout(() => setRevealed((fields) => without(fields, field)), Date.parse(hidesAt) - Date.now()),
    );
    return () => timers.forEach(clearTimeout);
  }, [revealed]);

  const act = useMutation({
    // Answers nothing, so that no value stays in the mutation's own state.
    mutationFn: async (field: Field): Promise<void> => {
      if (revealed[field]) {
        const { clearsAt } = await api.copyField({ field });
        setCopied({ field, clearsAt });
      } else {
        const value = await api.revealField({ field });
        setRevealed((fields) => ({ ...fields, [field]: value }));
      }
    },
  });
  const showOrCopy = (field: Field) => {
    if (!act.isPending) act.mutate(field);
  };
  return { revealed, copied, showOrCopy, error: act.error };
};
