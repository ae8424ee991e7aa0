import { useEffect, type RefObject } from 'react';

const inputsOf = (form: HTMLFormElement | null) => [...(form?.querySelectorAll('input') ?? [])];

/** Enter walks through a form's empty fields before it sends the form. */
export const useInputs = (form: RefObject<HTMLFormElement | null>) => {
  useEffect(() => inputsOf(form.current)[0]?.focus(), [form]);
  return {
    selectFirst: () => inputsOf(form.current)[0]?.select(),
    /** Focuses the next field nothing was typed into; false when there is none after this one. */
    focusNextEmpty: (): boolean => {
      const inputs = inputsOf(form.current);
      const at = inputs.findIndex((input) => input === document.activeElement);
      const next = inputs.slice(at + 1).find((input) => at >= 0 && !input.value.trim());
      next?.focus();
      return next !== undefined;
    },
  };
};
