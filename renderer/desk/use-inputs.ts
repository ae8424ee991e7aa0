import { useEffect, type RefObject } from 'react';

const inputsOf = (form: HTMLFormElement | null) => [...(form?.querySelectorAll('input') ?? [])];

/**
 * Enter walks through a form's fields and sends it from the last one, filled or not: the same keys do the same thing in the second round
 * as in the first, and a wrong answer is never sent by accident.
 */
export const useInputs = (form: RefObject<HTMLFormElement | null>) => {
  useEffect(() => inputsOf(form.current)[0]?.focus(), [form]);
  return {
    selectFirst: () => inputsOf(form.current)[0]?.select(),
    /** Focuses the field after the one at hand, or the first empty one; false when the form may be sent. */
    focusNext: (): boolean => {
      const inputs = inputsOf(form.current);
      const at = inputs.findIndex((input) => input === document.activeElement);
      const next = (at >= 0 ? inputs[at + 1] : undefined) ?? inputs.find((input) => !input.value.trim());
      next?.select();
      next?.focus();
      return next !== undefined;
    },
  };
};
