import type { ResourceChange } from "../../engine/rollout/stackJob";

/** `no changes`, `3 create, 1 update`. */
export function changesText(changes: readonly ResourceChange[]): string {
  const counts = new Map<string, number>();
  for (const { op } of changes) {
    counts.set(op, (counts.get(op) ?? 0) + 1);
  }
  return counts.size === 0
    ? "no changes"
    : [...counts].map(([op, amount]) => `${amount} ${op}`).join(", ");
}

/** `4 s`, `3 min`, `2 h 5 min`. */
export function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 90) {
    return `${Math.round(seconds)} s`;
  }
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
