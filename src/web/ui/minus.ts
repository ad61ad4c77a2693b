/** A number of points with a true minus sign 负号, as all numbers on pages have it. */
export function minus(points: number | string): string {
  return String(points).replace(/^-/, '−');
}
