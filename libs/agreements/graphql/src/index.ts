export { AGREEMENT_REJECTIONS } from './agreement.rejections';
export * from './agreements.module';
export * from './tokens';
