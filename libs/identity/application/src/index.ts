export * from './actor-claims';
export * from './bearer';
export * from './token-issuer.port';
export * from './token-verifier.port';
export * from './token.errors';
export * from './remembered.token-verifier';
