/** One thread that can do a piece of work. */
export type Lane<Piece, Result> = (piece: Piece) => Promise<Result>;

/**
 * Hands the pieces to the lanes, each its next one as soon as it is free.
 *
 * @returns the results in the order of the pieces, whichever lane was quicker
 */
export async function runInLanes<Piece, Result>(
  pieces: readonly Piece[],
  lanes: readonly Lane<Piece, Result>[],
  onResult: (result: Result) => void,
): Promise<Result[]> {
  const results: Result[] = new Array<Result>(pieces.length);
  let next = 0;
  await Promise.all(
    lanes.map(async (lane) => {
      while (next < pieces.length) {
        const mine = next++;
        results[mine] = await lane(pieces[mine]!);
        onResult(results[mine]);
      }
    }),
  );
  return results;
}
