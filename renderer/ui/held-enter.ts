/**
 * One press of Enter does one thing. What it leads to may have the focus while the key is still down, and would be pressed as well:
 * a held key would go on through every next step, and show a person's fields. Nothing hears of Enter again until it has been let go.
 */
export const oneEnterAPress = (page: EventTarget): void => {
  let held = false;
  const letGo = () => {
    held = false;
  };
  const onKeyDown = (event: Event) => {
    const { key, repeat } = event as KeyboardEvent;
    if (key !== 'Enter') return;
    if (held || repeat) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    held = true;
  };
  page.addEventListener('keydown', onKeyDown, { capture: true });
  page.addEventListener('keyup', (event) => (event as KeyboardEvent).key === 'Enter' && letGo(), { capture: true });
  // Another window may see it let go.
  page.addEventListener('blur', letGo);
};
