/** `unchecked` is no fault and no proof: what it needs is not here. */
export type Finding = { readonly result: 'sound' | 'wrong' | 'unchecked'; readonly detail: string };

export interface Check {
  readonly name: string;
  run(): Promise<Finding> | Finding;
}

export interface Checked extends Finding {
  readonly name: string;
}

export const sound = (detail: string): Finding => ({ result: 'sound', detail });
export const wrong = (detail: string): Finding => ({ result: 'wrong', detail });
export const unchecked = (detail: string): Finding => ({ result: 'unchecked', detail });

/** Milliseconds one check may take. */
const patience = 20_000;

const inTime = async (check: Check): Promise<Finding> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding>((resolve) => (timer = setTimeout(resolve, patience, wrong('no answer in time'))));
  return Promise.race([check.run(), late]).finally(() => clearTimeout(timer));
};

/** One after the other; a check that throws has found something wrong. */
export const runChecks = async (checks: readonly Check[]): Promise<readonly Checked[]> => {
  const done: Checked[] = [];
  for (const check of checks) {
    const finding = await inTime(check).catch((cause: unknown) =>
      wrong(cause instanceof Error ? cause.message : 'it threw'),
    );
    done.push({ name: check.name, ...finding });
  }
  return done;
};
