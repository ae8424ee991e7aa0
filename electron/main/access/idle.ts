interface Parts {
  /** What the system says, in seconds. */
  readonly idleSeconds: () => number;
  /** Seconds after which the desk locks. */
  readonly limit: number;
  readonly now: () => Date;
}

/** Seconds: who is busy in another program for so long leaves a second without a touch now and then. */
const leastDoubt = 300;

/**
 * Whether anybody is at the computer. There are desktops that always say 0, whoever is there (Wayland): a system that has said nothing
 * else for the whole of that time is not believed, unless somebody asked something of the desk meanwhile.
 */
export const createIdle = ({ idleSeconds, limit, now }: Parts) => {
  let lastSign = now().getTime();
  const touch = (): void => void (lastSign = now().getTime());
  return {
    touch,
    /** To be asked every few seconds. */
    isIdle: (): boolean => {
      const told = idleSeconds();
      if (told > 0) touch();
      return told >= limit || now().getTime() - lastSign >= Math.max(limit, leastDoubt) * 1000;
    },
  };
};
