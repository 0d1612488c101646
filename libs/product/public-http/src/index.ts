export * from './app.module';
export * from './page/page-model';
export * from './create-api';
