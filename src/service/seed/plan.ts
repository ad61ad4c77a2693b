/** How large a seeded organisation is 规模. */
export type Size = 'S' | 'M' | 'L';

/** What is to be seeded: branches in all, how many of them live a whole year, and how many stand under one superior. */
export type SeedPlan = {
  readonly seed: number;
  readonly branches: number;
  readonly whole: number;
  /** Branches below a lowest superior, and superiors below the next one. */
  readonly wide: number;
};

/** The plan of a size: 1, 50 or 2,000 branches (contracts); of the largest, one in a hundred lives the whole year. */
export function planOf(size: Size, seed: number): SeedPlan {
  const sizes = { S: [1, 1], M: [50, 50], L: [2000, 20] } as const;
  const [branches, whole] = sizes[size];
  return { seed, branches, whole, wide: 10 };
}

/** Whether a branch lives the whole year, and as which of those: the first does, and the others stand evenly among the rest. */
export function turnOf(
  { branches, whole }: SeedPlan,
  index: number,
): { readonly isWhole: boolean; readonly turn: number } {
  const apart = Math.ceil(branches / whole);
  return { isWhole: index % apart === 0, turn: Math.floor(index / apart) };
}

/** The year 年度 that is played: the last whose notices and filing end inside years whose holidays are published. */
export const YEAR = 2025;
