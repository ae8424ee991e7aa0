/** What the desk reaches over HTTPS besides the registry and the provider, each with a credential of its own. */
export const gatewayNames = ['sms', 'totp'] as const;
export type GatewayName = (typeof gatewayNames)[number];
