/** Another system that says who somebody is: an OpenID Connect provider. */
export interface IdentityProvider {
  /** As people know it: what stands on the button. */
  readonly name: string;
  /** Where to send the browser, and what must be there again when it comes back. */
  begin(redirectUri: string): Promise<Begun | IdentityRefusal>;
  /** Who came back, by the whole address that the provider sent the browser to. */
  finish(callback: URL, kept: Kept): Promise<Identity | IdentityRefusal>;
}

/** Binds the answer of the provider to this browser and this attempt. */
export interface Kept {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

interface Begun {
  readonly url: string;
  readonly kept: Kept;
}

export interface Identity {
  readonly email: string | null;
  /** Whether the provider vouches for the address. */
  readonly emailVerified: boolean;
  readonly name: string | null;
  readonly locale: string | null;
}

export interface IdentityRefusal {
  readonly refused: 'login_failed' | 'identity_unavailable';
  /** For the log; a code, nothing about the person. */
  readonly reason: string;
}
