/** Where everything of the API stands. */
export const API = '/api/v1';

/** The path of an action: `score.show` is /api/v1/score/show. */
export function pathOf(action: string): string {
  return `${API}/${action.replace('.', '/')}`;
}
