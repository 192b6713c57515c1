/** Why something about people was not done. The codes are those of the catalogues of requests and of orders. */
export interface UserRefusal {
  readonly refused:
    | 'login_failed'
    | 'attempts_exceeded'
    | 'login_busy'
    | 'code_invalid'
    | 'password_refused'
    | 'user_not_found'
    | 'user_exists'
    | 'already_accepted'
    | 'role_unknown'
    | 'permission_exceeded'
    | 'store_unknown'
    | 'last_administrator';
  /** JSON pointer to the guilty field. */
  readonly pointer?: string;
  readonly details?: Readonly<Record<string, string | number>>;
  /** Seconds after which it may be tried again. */
  readonly retryAfter?: number;
}

export const isRefused = (outcome: object | null): outcome is UserRefusal => outcome !== null && 'refused' in outcome;
