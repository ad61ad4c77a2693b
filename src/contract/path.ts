/** Where everything of the API stands. */
export const API = '/api/v1';

/** The path of an action: `score.show` is /api/v1/score/show. */
export function pathOf(action: string): string {
  return `${API}/${action.replace('.', '/')}`;
}

/** The header 再次输入密码 by which an act that asks for the password again is confirmed: the password as UTF-8, percent-encoded. */
export const PASSWORD_HEADER = 'x-password';
