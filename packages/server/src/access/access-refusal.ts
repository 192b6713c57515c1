/** Why keys or roles were not changed. The codes are those of the catalogues of requests and of orders. */
export interface AccessRefusal {
  readonly refused:
    | 'key_not_found'
    | 'key_token_not_found'
    | 'key_tokens_full'
    | 'last_administrator'
    | 'permission_exceeded'
    | 'role_exists'
    | 'role_fixed'
    | 'role_in_use'
    | 'role_not_found'
    | 'role_unknown'
    | 'scope_exceeded'
    | 'store_unknown';
  /** JSON pointer to the guilty field. */
  readonly pointer?: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

export const isAccessRefusal = (outcome: object): outcome is AccessRefusal => 'refused' in outcome;
