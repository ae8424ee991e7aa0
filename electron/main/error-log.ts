const frames = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .map((line) => line.trim());

/** One JSON line on stderr: where and what kind of bug, never its message, which may quote what someone typed. */
export const logBug = (where: string, error: unknown): void => {
  const about =
    error instanceof Error ? { name: error.name, frames: frames(error) } : { name: typeof error, frames: [] };
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), where, ...about })}\n`);
};
