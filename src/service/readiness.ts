/** How long a database may take to say that it is there, in milliseconds. */
const LIMIT = 2000;

/**
 * Asks whether the database is ready 就绪检查, for no longer than the limit. Whoever asks meanwhile gets the same answer: a database that hangs is asked once,
 * not once for each question.
 */
export function readiness(ask: () => Promise<boolean>, limit = LIMIT): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined;
  return async () => {
    asked ??= ask()
      .catch(() => false)
      .finally(() => {
        asked = undefined;
      });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), limit);
    });
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
