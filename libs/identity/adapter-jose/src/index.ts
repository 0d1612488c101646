export * from './demo.token-issuer';
export * from './jose.token-verifier';
