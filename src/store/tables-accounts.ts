/**
 * An account 账号: the directory of sign-in names, found by `login` (eight opaque characters), whose person may be a member of a branch or none.
 * `home` is the branch or superior organisation that it belongs to; `password` is an argon2id hash, null until a slip was spent.
 */
export type AccountTable = {
  login: string;
  person_id: string;
  home: string;
  name: string;
  password: string | null;
  state: 'new' | 'active' | 'locked';
  revision: number;
  created_at: string;
  changed_at: string;
};

/** A slip 登录单: the digest of its one-time code, its last instant, and when it was spent or replaced. */
export type SlipTable = {
  digest: string;
  login: string;
  issued_by: string;
  issued_at: string;
  until: string;
  ended_at: string | null;
};

/** A session 会话: the digest of its token; it ends when it was not used for long, at its last instant, or when someone ends it. */
export type SessionTable = {
  digest: string;
  login: string;
  person_id: string;
  created_at: string;
  seen_at: string;
  until: string;
  ended_at: string | null;
};

/** A token 令牌 for scripts: its digest, by which it is found, and the id and label by which its owner knows it. */
export type TokenTable = {
  digest: string;
  token_id: string;
  login: string;
  person_id: string;
  label: string;
  created_at: string;
  until: string;
  ended_at: string | null;
};

/**
 * Failed sign-ins 登录失败 of one bucket of sign-in names, whether there is such an account or not: the same for both, so that nobody learns which exist.
 * `bucket` is the beginning of a keyed digest, so that the table cannot be filled without end.
 */
export type AttemptTable = { bucket: string; failures: number; waits_until: string; at: string };

/** The tables of accounts. */
export type AccountTables = {
  account: AccountTable;
  slip: SlipTable;
  session: SessionTable;
  token: TokenTable;
  attempt: AttemptTable;
};
