import * as oidc from 'openid-client';
import type { Identity, IdentityProvider, IdentityRefusal } from '../../users/identity.js';

export interface OpenIdConnectSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
}

const TIMEOUT_SECONDS = 10;

/** Any OpenID Connect provider that can be discovered: authorization code with PKCE, state and nonce. */
export function createOpenIdConnect({ issuer, clientId, clientSecret, name }: OpenIdConnectSettings): IdentityProvider {
  let found: Promise<oidc.Configuration> | undefined;

  /** Asked at the first login and not at the start: Docket must start while the provider does not. */
  function discovered(): Promise<oidc.Configuration> {
    found ??= oidc
      .discovery(issuer, clientId, clientSecret, undefined, {
        timeout: TIMEOUT_SECONDS,
        // The settings take http for this very machine alone.
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out, which it may
        execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        found = undefined;
        throw error;
      });
    return found;
  }

  return {
    name,
    async begin(redirectUri) {
      try {
        const provider = await discovered();
        const kept = {
          state: oidc.randomState(),
          nonce: oidc.randomNonce(),
          verifier: oidc.randomPKCECodeVerifier(),
        };
        const url = oidc.buildAuthorizationUrl(provider, {
          redirect_uri: redirectUri,
          scope: 'openid email profile',
          state: kept.state,
          nonce: kept.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(kept.verifier),
          code_challenge_method: 'S256',
        });
        return { url: url.href, kept };
      } catch (error) {
        return refusalOf(error);
      }
    },

    async finish(callback, { state, nonce, verifier }) {
      try {
        const provider = await discovered();
        const tokens = await oidc.authorizationCodeGrant(provider, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) return { refused: 'login_failed', reason: 'no_id_token' };
        // Many providers say no more than who it is in the token, and the rest when asked.
        const told =
          claims['email'] === undefined && provider.serverMetadata().userinfo_endpoint !== undefined
            ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
            : claims;
        return identityOf(told);
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

function identityOf(claims: Readonly<Record<string, unknown>>): Identity {
  const textOf = (name: string): string | null => {
    const value = claims[name];
    return typeof value === 'string' && value !== '' && !value.includes('\0') ? value.slice(0, 200) : null;
  };
  return {
    email: textOf('email'),
    emailVerified: claims['email_verified'] === true,
    name: textOf('name'),
    locale: textOf('locale')?.slice(0, 35) ?? null,
  };
}

/** What the answer of the provider broke is a failed login; where the provider cannot be asked, trying again may help. */
function refusalOf(error: unknown): IdentityRefusal {
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) {
    return { refused: 'login_failed', reason: error.error };
  }
  if (error instanceof oidc.ClientError) {
    const code = error.code ?? 'unknown';
    const unreachable = code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM';
    return { refused: unreachable ? 'identity_unavailable' : 'login_failed', reason: code };
  }
  if (error instanceof TypeError) return { refused: 'identity_unavailable', reason: 'unreachable' };
  throw error;
}
