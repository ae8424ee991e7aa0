/**
 * One press of Enter does one thing. What it leads to may have the focus while the key is still down, and would be pressed as well:
 * a held key would go on through every next step, and show a person's fields. Nothing hears of Enter again until it has been let go.
 * @param isOfAKey whether a finger made the event; a list that is searched hands the same press on to its option in an event of its own
 */
export const oneEnterAPress = (page: EventTarget, isOfAKey = ({ isTrusted }: Event): boolean => isTrusted): void => {
  let held = false;
  const letGo = () => {
    held = false;
  };
  const onKeyDown = (event: Event) => {
    const { key, repeat } = event as KeyboardEvent;
    if (key !== 'Enter' || !isOfAKey(event)) return;
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
