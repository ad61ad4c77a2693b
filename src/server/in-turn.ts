/** Makes a queue 依次办理: each work begins when the one before has ended, however that ended. For what may cost a gigabyte while it is done. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
