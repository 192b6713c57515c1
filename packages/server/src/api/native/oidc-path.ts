/** Where a browser goes to log in elsewhere, below the prefix of the API; the provider sends it back to `…/callback`. */
export const OIDC_PATH = '/session/oidc';

/** Between the click and the return people look for their telephone. */
export const OIDC_MINUTES = 10;
