export * from './bearer.middleware';
export * from './curl';
export * from './demo-people';
export * from './demo-people.module';
export * from './demo-people.service';
export * from './demo-token.input';
export * from './token-rejections';
