/** What the test's provider uses of the library, which brings no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  interface Stored {
    readonly jkt?: string;
    destroy(): Promise<void>;
  }
  interface Model {
    find(id: string): Promise<Stored | undefined>;
  }
  interface Context {
    readonly body: Readonly<Record<string, unknown>>;
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly AccessToken: Model;
    readonly RefreshToken: Model;
    readonly Client: { readonly prototype: { redirectUriAllowed(uri: string): boolean } };
    proxy: boolean;
    callback(): RequestListener;
    on(event: 'grant.success', listener: (context: Context) => void): this;
    on(event: 'server_error', listener: (context: Context, error: Error) => void): this;
  }
}
